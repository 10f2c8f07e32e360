// Draws the wall: as many rows as fit, and how many do not. Clocks tick by clocks.js.
import { Board } from './board.js';

const element = id => document.getElementById(id);
const words = element('words').dataset;
export const say = (text, value) => text.replace('{0}', value);

const put = (node, text) => { if (node.textContent !== String(text)) node.textContent = text; };
const since = (node, iso) => {
  if (node.dataset.since === iso) return;
  node.dataset.since = iso;
};

const span = (name, text) => {
  const node = document.createElement('span');
  node.className = name;
  if (text) node.textContent = text;
  return node;
};

const tag = (name, text) => {
  const node = span(`wall-tag ${name}`, text);
  return node;
};

const nameOf = row => row.siteName ?? say(words.callout, row.id);

const drawRow = (row, isLate) => {
  const item = document.createElement('li');
  item.dataset.calloutId = row.id;
  item.dataset.stage = row.stage;
  const stage = span('wall-stage');
  stage.append(element(`stage-${row.stage}`).content.cloneNode(true));
  const site = span('wall-site', nameOf(row));
  const facts = span('wall-facts', row.stage === 'Created' ? (row.isClaimed ? words.claimed : words.unclaimed) : row.responseType ?? '');
  const tags = span('wall-tags');
  if (isLate) tags.append(tag('late', `■ ${words.late}`));
  if (row.isTest) tags.append(tag('test', words.test));
  if (row.missingAtAura) tags.append(tag('missing', `▲ ${words.missing}`));
  const clock = span('wall-clock since');
  clock.dataset.since = row.stageSince;
  item.append(stage, site, tags, facts, clock);
  return item;
};

const drawCounts = board => {
  const counts = board.counts();
  for (const node of document.querySelectorAll('[data-count]')) {
    if (node.dataset.count !== 'late') put(node, counts[node.dataset.count]?.real ?? 0);
  }
  for (const node of document.querySelectorAll('[data-tests]')) {
    if (node === element('words')) continue;
    const tests = counts[node.dataset.tests]?.tests ?? 0;
    put(node, tests > 0 ? say(words.tests, tests) : '');
  }
};

const drawLongest = board => {
  const longest = board.longest();
  put(element('longest-site'), longest ? nameOf(longest) : words.nobody);
  const clock = element('longest-clock');
  clock.hidden = longest === null;
  if (longest) since(clock, longest.firstSeenAt);
};

const drawList = (board, now) => {
  const list = element('rows');
  const rows = board.sorted(now);
  const height = Number.parseFloat(getComputedStyle(list).getPropertyValue('--wall-row')) * innerHeight / 100;
  const fit = Math.max(1, Math.floor(list.clientHeight / height));
  const shown = rows.slice(0, fit);
  list.replaceChildren(...shown.map(row => drawRow(row, Board.isLate(row, now))));
  const rest = rows.length - shown.length;
  put(element('more'), rest > 0 ? say(words.more, rest) : '');
  element('none').hidden = rows.length > 0;
};

export const draw = (board, now) => {
  drawCounts(board);
  drawLongest(board);
  const late = board.late(now);
  element('late').hidden = late === null;
  put(document.querySelector('[data-count="late"]'), late ?? 0);
  element('late').toggleAttribute('data-any', late > 0);
  drawList(board, now);
};

export const drawReach = pulse => {
  const reach = element('reach');
  reach.dataset.reach = pulse.reach;
  const word = { NotYet: words.reachNotYet, Connected: words.reachConnected, Unreachable: words.reachUnreachable, Refused: words.reachRefused };
  put(element('reach-word'), word[pulse.reach] ?? pulse.reach);
  const clock = element('reach-since');
  clock.hidden = pulse.reach === 'Connected' || pulse.reach === 'NotYet' || !pulse.reachSince;
  if (!clock.hidden) since(clock, pulse.reachSince);
};

const age = seconds => {
  const two = number => String(number).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}` : `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
};

/** state: 'connecting' | 'live' | 'stale' | 'refused'; secondsOld: since the last news. */
export const drawState = (state, secondsOld) => {
  const wall = element('wall');
  if (wall.dataset.state !== state) wall.dataset.state = state;
  const refused = wall.dataset.by === 'token' ? words.revoked : words.signedOut;
  const text = { connecting: words.connecting, stale: words.stale, refused }[state];
  element('band').hidden = state === 'live';
  if (text) put(element('band-text'), say(text, age(secondsOld)));
};
