// Active callouts: a stage's shape and word on each. The chosen one lies on top and never hides in a cluster.
import { icon } from './parts.js';

const urgency = ['Created', 'Dispatched', 'OnScene', 'Completed', 'StoodDown', 'Closed'];
const say = (text, value) => text.replace('{0}', value);

export function callouts(map, root, words, calm, choose) {
  const marks = new Map();
  const chips = Object.fromEntries([...root.querySelectorAll('[data-map-stages] [data-stage]')].map(chip => [chip.dataset.stage, chip]));
  const clusterIcon = cluster => {
    const stages = cluster.getAllChildMarkers().map(marker => marker.options.stage);
    const worst = urgency.find(stage => stages.includes(stage)) ?? urgency[0];
    const made = icon('map-cluster', [chips[worst].querySelector('svg').cloneNode(true), String(stages.length)]);
    made.options.html.title = say(words.callouts, stages.length);
    made.options.html.dataset.stage = worst;
    return made;
  };
  map.createPane('callouts').style.zIndex = 640;
  const many = L.markerClusterGroup({
    maxClusterRadius: 46, disableClusteringAtZoom: 16, showCoverageOnHover: false, animate: !calm, clusterPane: 'callouts', iconCreateFunction: clusterIcon,
  }).addTo(map);
  const top = L.layerGroup().addTo(map);
  let chosen = null;

  // begins with what is written on the mark: whoever speaks to the browser says what is seen
  const labelOf = mark => [chips[mark.stage].textContent.trim(), mark.isTest && words.test, mark.name].filter(Boolean).join(' ');

  const iconOf = mark => {
    const content = [chips[mark.stage].cloneNode(true)];
    for (const text of [mark.isTest && words.test, mark.id === chosen && mark.name]) {
      if (!text) continue;
      const word = document.createElement('b');
      word.textContent = text;
      content.push(' ', word);
    }
    const made = icon(`map-callout${mark.isTest ? ' test' : ''}${mark.id === chosen ? ' chosen' : ''}`, content);
    made.options.html.dataset.stage = mark.stage;
    return made;
  };

  // Leaflet makes a new element whenever a marker comes into sight
  const dress = (marker, mark) => {
    const element = marker.getElement();
    if (!element) return;
    element.setAttribute('role', 'button');
    element.setAttribute('aria-label', labelOf(mark));
    element.setAttribute('aria-pressed', String(mark.id === chosen));
    element.dataset.markId = mark.id;
    element.dataset.stage = mark.stage;
  };

  const layerOf = id => (id === chosen ? top : many);

  const put = mark => {
    const known = marks.get(mark.id);
    const had = known && document.activeElement === known.marker.getElement();
    if (known) layerOf(mark.id).removeLayer(known.marker);
    const marker = L.marker([mark.latitude, mark.longitude], {
      icon: iconOf(mark), title: labelOf(mark), stage: mark.stage, pane: 'callouts', zIndexOffset: mark.id === chosen ? 1000 : 0, riseOnHover: true,
    });
    marker.on('add', () => dress(marker, mark));
    marker.on('click', () => choose(mark.id));
    // Leaflet opens popups by keyboard and nothing else
    marker.on('keydown', ({ originalEvent: pressed }) => {
      if (pressed.key !== 'Enter' && pressed.key !== ' ') return;
      pressed.preventDefault();
      choose(mark.id);
    });
    marks.set(mark.id, { mark, marker });
    layerOf(mark.id).addLayer(marker);
    dress(marker, mark);
    if (had) marker.getElement()?.focus();
  };

  const take = id => {
    const known = marks.get(id);
    if (!known) return;
    layerOf(id).removeLayer(known.marker);
    marks.delete(id);
  };

  return {
    change(changed, gone) {
      for (const id of gone) take(id);
      for (const mark of changed) put(mark);
    },
    choose(id) {
      const before = marks.get(chosen)?.mark;
      const next = marks.get(id)?.mark;
      if (before) take(before.id);
      if (next) take(next.id);
      chosen = id;
      if (before) put(before);
      if (next && next !== before) put(next);
    },
    placeOf: id => marks.get(id)?.marker.getLatLng(),
    bounds() {
      const all = [...marks.values()].map(({ marker }) => marker.getLatLng());
      return all.length > 0 ? L.latLngBounds(all) : null;
    },
  };
}
