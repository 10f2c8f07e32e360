// Tiles of the configured host, if there is one. While they do not come the page says so, the outline shows through, and they are asked
// for again now and then.
const patience = 10000;
const again = 30000;

const credit = settings => {
  const text = settings.attribution ?? '';
  if (!settings.attributionUrl) {
    const plain = document.createElement('span');
    plain.textContent = text;
    return plain.outerHTML;
  }
  const link = document.createElement('a');
  Object.assign(link, { href: settings.attributionUrl, target: '_blank', rel: 'noopener noreferrer', textContent: text });
  return link.outerHTML;
};

export function tiles(map, credits, settings, tell) {
  if (!settings.tileUrl) return { remove() {} };
  // Leaflet fills in what stands in braces, so the text itself must not be taken for markup anywhere: it only ever becomes an address
  const layer = L.tileLayer(settings.tileUrl, { maxZoom: 19, referrerPolicy: settings.sendOrigin ? 'origin' : 'no-referrer' });
  let fails = false;
  let came = 0;
  let failed = 0;
  let slow;
  let retry;

  const judge = bad => {
    clearTimeout(slow);
    map.getContainer().dataset.tiles = bad ? 'failing' : 'fine';
    if (bad !== fails) tell(fails = bad);
    clearTimeout(retry);
    if (fails) retry = setTimeout(() => layer.redraw(), again);
  };
  layer.on('loading', () => {
    [came, failed] = [0, 0];
    clearTimeout(slow);
    slow = setTimeout(() => judge(came === 0), patience);
  });
  layer.on('tileload', () => { came++; });
  layer.on('tileerror', () => { if (failed++ === 0) judge(true); });
  layer.on('load', () => judge(failed > 0));
  const online = () => layer.redraw();
  addEventListener('online', online);
  credits.addAttribution(credit(settings));
  layer.addTo(map);
  return {
    remove() {
      removeEventListener('online', online);
      clearTimeout(slow);
      clearTimeout(retry);
    },
  };
}
