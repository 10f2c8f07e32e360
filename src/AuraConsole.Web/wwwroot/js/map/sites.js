// Sites of what the map shows: one by one, or counts of a grid where there are too many. The same ones stand in the list under the map.
import { icon } from './parts.js';

const settle = 150;
const again = 30000;
const mostListed = 100;

const say = (text, value) => text.replace('{0}', value);
const counted = (count, words) => {
  const made = icon('map-sites', [count > 999 ? `${Math.floor(count / 1000)}k` : String(count)]);
  made.options.html.title = say(words.sites, count);
  return made;
};

export function sites(map, root, words, calm) {
  const list = root.querySelector('[data-map-sites]');
  const total = root.querySelector('[data-map-total]');
  const note = root.querySelector('[data-map-note]');
  const near = L.markerClusterGroup({
    maxClusterRadius: 50, disableClusteringAtZoom: 17, showCoverageOnHover: false, animate: !calm,
    iconCreateFunction: cluster => counted(cluster.getChildCount(), words),
  }).addTo(map);
  const far = L.layerGroup().addTo(map);
  let asking = null;
  let timer;
  let openPopup = null;

  const ask = async (bounds, zoom, signal) => {
    const query = new URLSearchParams({ south: bounds.getSouth(), west: bounds.getWest(), north: bounds.getNorth(), east: bounds.getEast(), zoom });
    const answer = await fetch(`/map/sites?${query}`, { signal });
    if (!answer.ok) throw new Error(`The sites answered ${answer.status}.`);
    return answer.json();
  };

  const link = site => {
    const anchor = document.createElement('a');
    anchor.href = `/sites/${site.id}`;
    return anchor;
  };

  const popup = site => {
    const content = document.createElement('div');
    const name = document.createElement('p');
    name.textContent = `${site.name} · ${site.reference}`;
    const anchor = link(site);
    anchor.textContent = words.openSite;
    content.append(name, anchor);
    return content;
  };

  // sites turn with the globe, as the view does
  const turn = longitude => longitude + 360 * Math.round((map.getCenter().lng - longitude) / 360);

  const draw = answer => {
    near.clearLayers();
    far.clearLayers();
    near.addLayers(answer.sites.map(site => {
      const marker = L.marker([site.latitude, turn(site.longitude)], { icon: icon('map-site', []), title: `${site.name} · ${site.reference}`, keyboard: false });
      return marker.bindPopup(() => popup(site));
    }));
    for (const cell of answer.cells) {
      const at = [cell.latitude, turn(cell.longitude)];
      L.marker(at, { icon: counted(cell.count, words), keyboard: false }).on('click', () => map.setView(at, map.getZoom() + 2, { animate: !calm })).addTo(far);
    }
    const shown = answer.sites.slice(0, mostListed);
    list.replaceChildren(...shown.map(site => {
      const item = document.createElement('li');
      const anchor = link(site);
      const reference = document.createElement('small');
      anchor.textContent = site.name;
      reference.textContent = ` ${site.reference}`;
      anchor.append(reference);
      item.append(anchor);
      return item;
    }));
    total.textContent = answer.total;
    note.textContent = answer.cells.length > 0 ? words.zoomIn : answer.total > shown.length ? say(words.moreSites, answer.total - shown.length) : '';
    map.getContainer().dataset.sites = answer.total;
  };

  const read = async () => {
    asking?.abort();
    const mine = asking = new AbortController();
    try {
      const answer = await ask(map.getBounds(), map.getZoom(), mine.signal);
      if (!mine.signal.aborted) draw(answer);
    } catch (error) {
      if (mine.signal.aborted) return;
      console.debug('The sites could not be read.', error);
      note.textContent = words.sitesFail;
      timer = setTimeout(read, again);
    }
  };
  const soon = () => {
    clearTimeout(timer);
    // an open popup moves the map a little to fit: reading then would close it at once
    if (openPopup === null) timer = setTimeout(read, settle);
  };
  map.on('popupopen', event => { openPopup = event.popup; });
  map.on('popupclose', () => { openPopup = null; soon(); });
  map.on('moveend', soon);
  soon();

  return {
    /** Where there are sites at all; null when there are none. */
    async bounds() {
      try {
        const answer = await ask(L.latLngBounds([-90, -180], [90, 180]), 2);
        const all = [...answer.sites, ...answer.cells].map(one => [one.latitude, one.longitude]);
        return all.length > 0 ? L.latLngBounds(all) : null;
      } catch (error) {
        console.debug('The sites could not be read.', error);
        return null;
      }
    },
    remove() {
      clearTimeout(timer);
      asking?.abort();
    },
  };
}
