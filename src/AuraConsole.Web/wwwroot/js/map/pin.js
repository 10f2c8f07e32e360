// One pin on a map of its own. Moved by mouse, or focused and moved by the arrow keys; the page is told once the hand rests.
import { ready, icon } from './parts.js';
import { outline } from './outline.js';
import { tiles } from './tiles.js';

const step = 10;
const stride = 100;
const rest = 250;
const metresPerDegree = 111320;
const ways = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export async function create(ground, page, settings, latitude, longitude, movable, words) {
  await ready();
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const known = latitude !== null && longitude !== null;
  const map = L.map(ground, {
    zoomControl: false, attributionControl: false, minZoom: 2, maxZoom: 19, maxBounds: [[-85, -180], [85, 180]], keyboard: false, scrollWheelZoom: false,
    zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm, inertia: !calm, tap: false,
  });
  map.setView(known ? [latitude, longitude] : [0, 20], known ? (settings.tileUrl ? 15 : 6) : 2, { animate: false });
  L.control.zoom({ zoomInTitle: settings.words.zoomInTitle, zoomOutTitle: settings.words.zoomOutTitle }).addTo(map);
  const credits = L.control.attribution({ prefix: 'Leaflet' }).addTo(map);
  const below = outline(map, credits, settings.words);
  const above = tiles(map, credits, settings, () => {});
  const said = ground.parentElement.querySelector('[data-pin-said]');
  const marker = L.marker(known ? [latitude, longitude] : [0, 0], {
    icon: icon('map-pin', []), draggable: movable, keyboard: movable, autoPan: true, alt: words.label, title: words.label, autoPanOnFocus: false,
  }).addTo(map);

  let timer;
  const rounded = value => Number(value.toFixed(6));
  const show = () => {
    const at = marker.getLatLng();
    Object.assign(ground.dataset, { latitude: rounded(at.lat), longitude: rounded(at.lng) });
  };
  const moved = () => {
    show();
    clearTimeout(timer);
    // once the hand rests: a key held down would tell, and be told, thirty times a second
    timer = setTimeout(() => {
      const at = marker.getLatLng();
      const [lat, lng] = [rounded(at.lat), rounded(at.lng)];
      if (said) said.textContent = words.at.replace('{0}', lat).replace('{1}', lng);
      page.invokeMethodAsync('HandleMoved', lat, lng).catch(error => console.debug('The page was not told.', error));
    }, rest);
  };
  const put = (lat, lng) => {
    marker.setLatLng([Math.max(-85, Math.min(85, lat)), Math.max(-180, Math.min(180, lng))]);
    if (!map.getBounds().pad(-0.1).contains(marker.getLatLng())) map.panTo(marker.getLatLng(), { animate: !calm });
  };
  show();

  if (movable) {
    const element = marker.getElement();
    element.setAttribute('aria-label', words.label);
    marker.on('dragend', moved);
    element.addEventListener('keydown', event => {
      const way = ways[event.key];
      if (!way || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      const at = marker.getLatLng();
      const degrees = (event.shiftKey ? stride : step) / metresPerDegree;
      put(at.lat + way[0] * degrees, at.lng + way[1] * degrees / Math.max(0.01, Math.cos(at.lat * Math.PI / 180)));
      moved();
    });
  }
  const resized = new ResizeObserver(() => map.invalidateSize({ animate: false }));
  resized.observe(ground);
  return {
    place(lat, lng) {
      put(lat, lng);
      show();
    },
    remove() {
      clearTimeout(timer);
      resized.disconnect();
      for (const part of [below, above]) part.remove();
      map.remove();
    },
  };
}
