// The wallboard: one line, one board, drawn at most twice a second.
import { Board } from './board.js';
import { Line } from './line.js';
import { draw, drawReach, drawState } from './view.js';

const quiet = 12000;    // two pulses missed: what is on the wall may be old
const drawEvery = 250;

const board = new Board();
let build = null;
let serverAhead = 0;
let lastNews = null;
let refused = false;
const begun = performance.now();
let drawing = null;
let lastDraw = -drawEvery;

const now = () => performance.now() + serverAhead;

const redraw = () => {
  drawing = null;
  lastDraw = performance.now();
  draw(board, now());
};
const changed = () => { drawing ??= setTimeout(redraw, Math.max(0, lastDraw + drawEvery - performance.now())); };

let shown = null;
const check = () => {
  const silent = performance.now() - (lastNews ?? begun);
  const state = refused ? 'refused' : lastNews === null ? 'connecting' : silent > quiet || !open ? 'stale' : 'live';
  drawState(state, Math.floor(silent / 1000));
  if (state === shown) return;
  shown = state;
  changed(); // the band takes room from the list, or gives it back
};

let open = false;
const news = () => {
  lastNews = performance.now();
  line.proven();
};

const line = new Line({
  Snapshot: rows => { board.replace(rows); news(); changed(); },
  CalloutChanged: row => { board.change(row); news(); changed(); },
  Pulse: pulse => {
    // another version of the console: its page may be another, too
    build ??= pulse.build;
    if (build !== pulse.build) return location.reload();
    serverAhead = Date.parse(pulse.at) - performance.now();
    drawReach(pulse);
    news();
    changed(); // a clock may have been breached since
  },
}, state => {
  open = state === 'live';
  refused = state === 'refused';
  check();
});

addEventListener('resize', changed);
setInterval(check, 1000);
drawState('connecting', 0);
line.run();
