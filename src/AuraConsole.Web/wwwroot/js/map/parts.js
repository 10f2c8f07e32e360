// Leaflet and its companions are plain scripts that want to be loaded in order; styles come with them. Once per page.
const scripts = ['lib/leaflet/leaflet.js', 'lib/leaflet.markercluster/leaflet.markercluster.js', 'lib/topojson-client/topojson-client.min.js'];
const styles = ['lib/leaflet/leaflet.css', 'lib/leaflet.markercluster/MarkerCluster.css', 'css/map.css'];

const load = (name, attributes) => new Promise((resolve, reject) => {
  const element = Object.assign(document.createElement(name), attributes);
  element.onload = resolve;
  element.onerror = () => reject(new Error(`${attributes.src ?? attributes.href} could not be loaded.`));
  document.head.append(element);
});

let loading;
export const ready = () => loading ??= (async () => {
  const drawn = styles.map(href => load('link', { rel: 'stylesheet', href }));
  for (const src of scripts) await load('script', { src });
  await Promise.all(drawn);
})().catch(error => { loading = undefined; throw error; });

/** An icon of our own, as large as its words; map.css centres it on its place. */
export const icon = (name, content) => {
  const span = document.createElement('span');
  span.append(...content);
  return L.divIcon({ className: `map-icon ${name}`, html: span, iconSize: null });
};
