// One pin on a map: put by a click, dragged, or moved by the arrow keys while it has the focus. The server is told where it is, and
// checks it.
import { ready, icon } from './parts.js';
import { outline } from './outline.js';
import { tiles } from './tiles.js';

const step = 10;
const leap = 60;
const moves = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

export async function create(ground, page, settings, title, at) {
  await ready();
  const tell = place => page.invokeMethodAsync('HandlePin', place.lat, place.lng).catch(error => console.debug('The page was not told.', error));
  const map = L.map(ground, { zoomControl: false, attributionControl: false, minZoom: 2, maxZoom: 19, zoomAnimation: false, fadeAnimation: false, keyboard: true, tap: false });
  map.setView(at ?? [-28, 25], at ? 14 : 4, { animate: false });
  L.control.zoom({ zoomInTitle: settings.words.zoomInTitle, zoomOutTitle: settings.words.zoomOutTitle }).addTo(map);
  const credits = L.control.attribution({ prefix: 'Leaflet' }).addTo(map);
  const below = outline(map, credits, settings.words);
  const above = tiles(map, credits, settings, () => {});

  const cross = document.createElement('b');
  cross.textContent = '◎';
  const pin = L.marker(at ?? map.getCenter(), { icon: icon('map-place', [cross]), draggable: true, keyboard: true, autoPan: true, title, alt: title });
  const put = place => {
    pin.setLatLng(place.wrap());
    if (!map.hasLayer(pin)) pin.addTo(map);
    pin.getElement()?.setAttribute('aria-label', title);
    ground.dataset.pin = `${pin.getLatLng().lat.toFixed(6)},${pin.getLatLng().lng.toFixed(6)}`;
  };
  put(L.latLng(pin.getLatLng()));
  if (!at) delete ground.dataset.pin;
  map.on('click', event => { put(event.latlng); tell(pin.getLatLng()); });
  pin.on('dragend', () => { put(pin.getLatLng()); tell(pin.getLatLng()); });
  // on the ground and in the capture phase: the map itself would pan
  const key = event => {
    const move = moves[event.key];
    if (!move || event.target !== pin.getElement()) return;
    event.preventDefault();
    event.stopPropagation();
    const far = event.shiftKey ? leap : step;
    put(map.containerPointToLatLng(map.latLngToContainerPoint(pin.getLatLng()).add([move[0] * far, move[1] * far])));
    map.panInside(pin.getLatLng(), { padding: [30, 30], animate: false });
    tell(pin.getLatLng());
  };
  ground.addEventListener('keydown', key, true);
  const resized = new ResizeObserver(() => map.invalidateSize({ animate: false }));
  resized.observe(ground);
  return {
    show(latitude, longitude) {
      put(L.latLng(latitude, longitude));
      map.setView([latitude, longitude], Math.max(map.getZoom(), 14), { animate: false });
    },
    remove() {
      resized.disconnect();
      ground.removeEventListener('keydown', key, true);
      for (const part of [below, above]) part.remove();
      map.remove();
    },
  };
}
