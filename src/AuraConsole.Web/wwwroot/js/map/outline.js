// The ground that needs no internet: countries from npm, a grid of degrees, names. Coarse from afar, fine once near, and there only
// those countries that can be seen.
import { icon } from './parts.js';

const fineFrom = 6;
const steps = [30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];
const lines = 7;

const boxOf = feature => {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const largest = { size: -1 };
  for (const polygon of feature.geometry.type === 'Polygon' ? [feature.geometry.coordinates] : feature.geometry.coordinates) {
    const own = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x, y] of polygon[0]) {
      own[0] = Math.min(own[0], x); own[1] = Math.min(own[1], y);
      own[2] = Math.max(own[2], x); own[3] = Math.max(own[3], y);
    }
    const size = (own[2] - own[0]) * (own[3] - own[1]);
    if (size > largest.size) Object.assign(largest, { size, own });
    box[0] = Math.min(box[0], own[0]); box[1] = Math.min(box[1], own[1]);
    box[2] = Math.max(box[2], own[2]); box[3] = Math.max(box[3], own[3]);
  }
  return { feature, box, main: largest.own };
};

const atlases = {};
const atlas = detail => atlases[detail] ??= (async () => {
  const answer = await fetch(`lib/world-atlas/countries-${detail}.json`);
  if (!answer.ok) throw new Error(`The outline map answered ${answer.status}.`);
  const topology = await answer.json();
  return topojson.feature(topology, topology.objects.countries).features.filter(feature => feature.geometry).map(boxOf);
})().catch(error => { delete atlases[detail]; throw error; });

export function outline(map, credits, words) {
  for (const [name, level] of [['outline', 150], ['grid', 160], ['names', 170]]) {
    map.createPane(name).style.zIndex = level;
    map.getPane(name).style.pointerEvents = 'none';
  }
  const land = L.geoJSON(null, { pane: 'outline', interactive: false, renderer: L.canvas({ pane: 'outline', padding: 0.5 }) }).addTo(map);
  const grid = L.layerGroup().addTo(map);
  const gridRenderer = L.canvas({ pane: 'grid', padding: 0.5 });
  const names = L.layerGroup().addTo(map);
  credits.addAttribution(words.outline);
  let drawn = '';

  const colour = name => getComputedStyle(map.getContainer()).getPropertyValue(name).trim();
  const paint = () => land.setStyle({ fill: true, fillColor: colour('--map-land'), fillOpacity: 1, color: colour('--map-border'), weight: 1 });

  const drawGrid = () => {
    grid.clearLayers();
    const bounds = map.getBounds();
    const width = Math.min(360, bounds.getEast() - bounds.getWest());
    const step = steps.findLast(size => width / size <= lines * 1.5) ?? steps[0];
    const line = { pane: 'grid', renderer: gridRenderer, interactive: false, color: colour('--map-grid'), weight: 1 };
    const label = (at, text) => L.marker(at, { pane: 'names', icon: icon('map-degree', [text]), interactive: false, keyboard: false }).addTo(grid);
    const digits = step < 1 ? Math.ceil(-Math.log10(step)) : 0;
    const degrees = (value, plus, minus) => `${Math.abs(value).toFixed(digits)}° ${value > 0 ? plus : value < 0 ? minus : ''}`.trim();
    const corner = map.containerPointToLatLng([6, map.getSize().y - 44]);
    const above = map.containerPointToLatLng([6, map.getSize().y - 64]).lat;
    for (let x = Math.ceil(bounds.getWest() / step) * step; x <= bounds.getEast(); x += step) {
      L.polyline([[Math.max(bounds.getSouth(), -85), x], [Math.min(bounds.getNorth(), 85), x]], line).addTo(grid);
      label([corner.lat, x], degrees(((((x + 180) % 360) + 360) % 360) - 180, 'E', 'W'));
    }
    for (let y = Math.ceil(Math.max(bounds.getSouth(), -80) / step) * step; y <= Math.min(bounds.getNorth(), 80); y += step) {
      L.polyline([[y, bounds.getWest()], [y, bounds.getEast()]], line).addTo(grid);
      // above the row of the others
      if (y > above) label([y, map.containerPointToLatLng([60, 0]).lng], degrees(y, 'N', 'S'));
    }
  };

  const drawNames = countries => {
    names.clearLayers();
    const view = map.getBounds();
    for (const { feature, main } of countries) {
      const pixels = map.project([main[3], main[2]]).x - map.project([main[1], main[0]]).x;
      const at = [(main[1] + main[3]) / 2, (main[0] + main[2]) / 2];
      if (pixels < feature.properties.name.length * 9 || !view.contains(at)) continue;
      L.marker(at, { pane: 'names', icon: icon('map-name', [feature.properties.name]), interactive: false, keyboard: false }).addTo(names);
    }
  };

  const draw = async () => {
    drawGrid();
    const detail = map.getZoom() >= fineFrom ? '10m' : '50m';
    let countries;
    try {
      countries = await atlas(detail);
    } catch (error) {
      console.error('The outline map could not be read.', error);
      return;
    }
    if (!map.getPane('outline')) return; // taken off the page meanwhile
    const view = map.getBounds().pad(0.5);
    const seen = detail === '50m' ? countries
      : countries.filter(({ box }) => box[0] <= view.getEast() && box[2] >= view.getWest() && box[1] <= view.getNorth() && box[3] >= view.getSouth());
    const key = `${detail}:${seen.map(({ feature }) => feature.properties.name).join()}`;
    if (key !== drawn) {
      drawn = key;
      land.clearLayers();
      for (const { feature } of seen) land.addData(feature);
      paint();
    }
    drawNames(seen);
    map.getContainer().dataset.outline = detail;
  };

  map.on('moveend', draw);
  draw();
  const themed = new MutationObserver(() => { paint(); drawGrid(); });
  themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return { remove: () => themed.disconnect() };
}
