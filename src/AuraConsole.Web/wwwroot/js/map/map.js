// The map of a page: ground below, sites and callouts on it. The server tells what callouts there are; sites are read for what is shown.
import { ready } from './parts.js';
import { outline } from './outline.js';
import { tiles } from './tiles.js';
import { sites } from './sites.js';
import { callouts } from './callouts.js';

const kept = 'map-view';
const closeEnough = 13;

const lastView = () => {
  try {
    const view = JSON.parse(sessionStorage.getItem(kept));
    return Array.isArray(view) && view.length === 3 && view.every(Number.isFinite) ? view : null;
  } catch {
    return null; // not ours: begin anew
  }
};

export async function create(ground, page, settings) {
  await ready();
  const tell = (method, ...values) => page.invokeMethodAsync(method, ...values).catch(error => console.debug('The page was not told.', error));
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(ground, {
    zoomControl: false, attributionControl: false, minZoom: 2, maxZoom: 19, worldCopyJump: true, maxBounds: [[-85, -540], [85, 540]],
    zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm, inertia: !calm, tap: false,
  });
  const view = lastView();
  map.setView(view ? [view[0], view[1]] : [0, 20], view?.[2] ?? 2, { animate: false });
  L.control.zoom({ zoomInTitle: settings.words.zoomInTitle, zoomOutTitle: settings.words.zoomOutTitle }).addTo(map);
  L.control.scale({ imperial: false, maxWidth: 160 }).addTo(map);
  const credits = L.control.attribution({ prefix: 'Leaflet' }).addTo(map);

  const below = outline(map, credits, settings.words);
  const above = tiles(map, credits, settings, fail => tell('HandleTiles', fail));
  const places = sites(map, ground.closest('.callout-map'), settings.words, calm);
  const marks = callouts(map, ground.closest('.callout-map'), settings.words, calm, id => tell('HandleChosen', id));

  let follows = true;
  let chosen = null;
  let shown = view !== null;
  const goTo = (at, zoom) => map.setView(at, zoom, { animate: !calm });
  const followChosen = () => {
    const at = marks.placeOf(chosen);
    if (!at) return;
    const inner = map.getBounds().pad(-0.2);
    if (map.getZoom() < closeEnough) goTo(at, closeEnough);
    else if (!inner.contains(at)) goTo(at, map.getZoom());
  };
  const showAll = async () => {
    const bounds = marks.bounds() ?? await places.bounds();
    if (bounds) map.fitBounds(bounds, { padding: [60, 60], maxZoom: closeEnough, animate: !calm });
  };

  map.on('moveend', () => {
    const at = map.getCenter();
    sessionStorage.setItem(kept, JSON.stringify([at.lat, at.lng, map.getZoom()]));
  });
  map.on('dragstart', () => {
    if (!follows) return;
    follows = false;
    tell('HandleMoved');
  });
  const resized = new ResizeObserver(() => map.invalidateSize({ animate: false }));
  resized.observe(ground);

  return {
    change(changed, gone) {
      marks.change(changed, gone);
      if (!shown) {
        shown = true;
        if (chosen === null) showAll();
      }
      if (follows && chosen !== null && changed.some(mark => mark.id === chosen)) followChosen();
    },
    choose(id, follow) {
      chosen = id;
      follows = follow;
      marks.choose(id);
      if (follows && id !== null) followChosen();
    },
    follow(on) {
      follows = on;
      if (on) followChosen();
    },
    showAll() {
      follows = false;
      tell('HandleMoved');
      showAll();
    },
    remove() {
      resized.disconnect();
      for (const part of [below, above, places]) part.remove();
      map.remove();
    },
  };
}
