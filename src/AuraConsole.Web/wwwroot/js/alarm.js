// The console's sound, one engine per tab, for every page with a circuit. The server says what should sound; this plays it, repeats it,
// watches that it can be heard, and goes on alone when the server is gone.
import { showCount, showNews } from './alarm-signs.js';

// each note: frequency, start and length in seconds; every: seconds from one start to the next
const patterns = {
  Test: { every: 20, wave: 'sine', notes: [[523, 0, .18], [523, .26, .18]] },
  Security: { every: 6, wave: 'triangle', notes: [[587, 0, .16], [740, .2, .16], [880, .4, .34]] },
  Medical: { every: 4, wave: 'square', notes: [[988, 0, .14], [659, .17, .14], [988, .34, .14], [659, .51, .14], [988, .68, .28]] },
  Breached: { every: 3, wave: 'sawtooth', notes: [[784, 0, .1], [1175, .12, .1], [784, .24, .1], [1175, .36, .1], [784, .48, .1], [1175, .6, .1], [784, .72, .1], [1175, .84, .2]] },
  Escalated: { every: 5, wave: 'square', notes: [[440, 0, .22], [587, .28, .22], [440, .56, .22], [587, .84, .34]] },
  Lost: { every: 8, wave: 'triangle', notes: [[440, 0, .35], [294, .4, .6]] },
};
const tickEvery = 1000;
const reviveEvery = 10000;
const mostMuted = 10 * 60000;
// a steady level far below hearing runs through the graph: if it does not come out, nothing would
const probeLevel = 1e-4;

const engine = globalThis.auraAlarm ??= create();
export const { start, set, play, volume, mute, notify, quietLost, state } = engine;

function create() {
  let page = null;
  let user = '';
  let settings = { volume: 70, notify: 'off' };
  let lostAfter = 10000;
  let lostTone = true;
  let lostSince = performance.now();
  let lostQuiet = false;
  let alarm = { level: 'None', turn: 0, unclaimed: 0 };
  let context = null, out, meter, samples;
  let failed = false;
  let lastTime = -1, stalls = 0, revivedAt = 0;
  let reported = null;
  let last = { level: 'None', at: -Infinity };
  const plays = {};
  let peak = 0;

  // storage may be forbidden: then what was set lasts as long as the page
  const memory = {};
  const read = key => { try { return localStorage.getItem(key); } catch { return memory[key] ?? null; } };
  const write = (key, value) => { memory[key] = value; try { localStorage.setItem(key, value); } catch (error) { console.debug('Not kept.', error); } };
  const browser = () => {
    let id = read('alarm-browser');
    if (!/^[0-9a-f]{32}$/.test(id ?? '')) {
      id = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
      write('alarm-browser', id);
    }
    return id;
  };
  const keep = () => write(`alarm:${user}`, JSON.stringify(settings));
  const mutedFor = () => Math.min(Math.max(0, Number(read('alarm-muted-until') ?? 0) - Date.now()), mostMuted);

  const build = () => {
    const Context = globalThis.AudioContext;
    if (!Context) return;
    try {
      context?.close?.().catch(() => {});
      context = new Context({ latencyHint: 'interactive' });
      out = context.createGain();
      meter = context.createAnalyser();
      meter.fftSize = 8192;
      samples = new Float32Array(meter.fftSize);
      const probe = context.createConstantSource();
      probe.offset.value = probeLevel;
      out.connect(meter);
      probe.connect(meter);
      meter.connect(context.destination);
      probe.start();
      [failed, lastTime, stalls] = [false, -1, 0];
      context.onstatechange = () => check();
      context.onerror = () => { failed = true; check(); };
      level();
    } catch (error) {
      console.warn('The sound output could not be opened.', error);
      failed = true;
    }
  };
  const level = () => out?.gain.setTargetAtTime((settings.volume / 100) ** 2 * .8, context.currentTime, .02);
  const measure = () => {
    meter.getFloatTimeDomainData(samples);
    return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  };

  const look = () => {
    if (!globalThis.AudioContext) return 'Unsupported';
    if (failed || !context) return 'Failed';
    if (context.state !== 'running') return 'Blocked';
    if (mutedFor() > 0) return 'Muted';
    return settings.volume > 0 ? 'Armed' : 'NoVolume';
  };
  const permission = () => globalThis.isSecureContext && globalThis.Notification ? Notification.permission : 'unsupported';
  const check = () => {
    const now = look();
    const word = `${now} ${permission()}`;
    if (page === null || word === reported) return;
    reported = word;
    // without a connection nobody was told: the next look tells it again
    page.invokeMethodAsync('HandleSound', now, permission()).catch(() => { reported = null; });
  };

  const wake = () => { if (context?.state !== 'running') context?.resume?.().then(check, () => {}); };
  const watch = () => {
    if (!context || context.state !== 'running') return;
    stalls = context.currentTime === lastTime ? stalls + 1 : 0;
    lastTime = context.currentTime;
    // two ticks without a move, or nothing at the end of the graph: the state says running and nothing plays
    failed = stalls >= 2 || (context.currentTime > .5 && measure() < probeLevel / 4);
  };

  const sound = name => {
    const pattern = patterns[name];
    if (!pattern || look() !== 'Armed') return 0;
    const from = context.currentTime + .03;
    let end = from;
    for (const [frequency, at, length] of pattern.notes) {
      const note = context.createOscillator();
      const shape = context.createGain();
      note.type = pattern.wave;
      note.frequency.value = frequency;
      shape.gain.setValueAtTime(0, from + at);
      shape.gain.linearRampToValueAtTime(.9, from + at + .015);
      shape.gain.setValueAtTime(.9, from + at + length - .03);
      shape.gain.linearRampToValueAtTime(0, from + at + length);
      note.connect(shape).connect(out);
      note.start(from + at);
      note.stop(from + at + length + .02);
      end = from + at + length;
    }
    plays[name] = (plays[name] ?? 0) + 1;
    // looked at all along: a busy page may miss one moment of it
    peak = 0;
    const listen = () => { peak = Math.max(peak, measure()); if (context.currentTime < end) setTimeout(listen, 50); };
    setTimeout(listen, 60);
    return (end - context.currentTime) * 1000;
  };

  const isLost = () => lostTone && lostSince !== null && performance.now() - lostSince >= lostAfter;
  const wanted = () => isLost() ? (lostQuiet ? 'None' : 'Lost') : alarm.level;
  const due = name => name !== last.level || performance.now() - last.at >= patterns[name].every * 1000 - tickEvery / 2;
  const step = again => {
    const name = wanted();
    if (name === 'None') { last = { level: 'None', at: -Infinity }; return; }
    if ((again || due(name)) && sound(name) > 0) last = { level: name, at: performance.now() };
  };

  const tick = () => {
    const app = document.querySelector('.app[data-interactive]');
    const live = app?.dataset.interactive === 'true';
    if (live) { [lostSince, lostQuiet] = [null, false]; } else { lostSince ??= performance.now(); }
    watch();
    wake();
    if (failed && performance.now() - revivedAt > reviveEvery) { revivedAt = performance.now(); build(); }
    check();
    step(false);
    const left = mutedFor();
    const seconds = Math.ceil(left / 1000);
    const text = left > 0 ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` : '';
    for (const place of document.querySelectorAll('[data-mute-left]')) if (place.textContent !== text) place.textContent = text;
  };

  build();
  setInterval(tick, tickEvery);
  for (const type of ['pointerdown', 'pointerup', 'keydown', 'touchend']) addEventListener(type, wake, { capture: true, passive: true });
  document.addEventListener('visibilitychange', tick);
  addEventListener('focus', tick);
  document.addEventListener('click', event => {
    if (event.target.closest?.('[data-alarm-quiet]')) lostQuiet = true;
    // asked for by the click itself: browsers refuse it from anywhere else
    if (event.target.closest?.('[data-alarm-ask]') && permission() !== 'unsupported') Notification.requestPermission().then(check);
  }, true);
  addEventListener('keydown', event => {
    if (isLost() && event.key.toLowerCase() === 'q' && !event.ctrlKey && !event.metaKey && !event.altKey) lostQuiet = true;
  }, true);

  return {
    /** Called by each new circuit of the page. Answers what this browser has kept. */
    async start(to, whose, standard, lost, tone) {
      [page, user, lostAfter, lostTone, reported] = [to, whose, lost, tone, null];
      try {
        const kept = JSON.parse(read(`alarm:${user}`) ?? '{}');
        const loud = Number.isFinite(kept.volume) ? Math.min(Math.max(0, Math.round(kept.volume)), 100) : standard;
        settings = { volume: loud, notify: ['site', 'plain'].includes(kept.notify) ? kept.notify : 'off' };
      } catch {
        settings = { volume: standard, notify: 'off' }; // what was kept is of no use
      }
      level();
      // an engine that is allowed to play says so within moments; the first word should be a true one
      if (context?.state === 'suspended') await Promise.race([context.resume().catch(() => {}), new Promise(resolve => setTimeout(resolve, 500))]);
      tick();
      return { browser: browser(), volume: settings.volume, notify: settings.notify };
    },
    set(name, turn, unclaimed, ids, plain, full) {
      const newcomer = turn > alarm.turn;
      alarm = { level: name in patterns ? name : 'None', turn, unclaimed };
      showCount(unclaimed, alarm.level !== 'None');
      if (settings.notify !== 'off' && permission() === 'granted') showNews(ids, settings.notify === 'site' ? full : plain);
      step(newcomer);
    },
    /** Plays a level once; true when something was rendered. */
    async play(name) {
      const length = sound(name);
      if (length === 0) return false;
      await new Promise(resolve => setTimeout(resolve, length + 150));
      return peak > probeLevel * 2;
    },
    volume(percent) { settings.volume = percent; level(); keep(); check(); },
    mute(minutes) { write('alarm-muted-until', String(minutes > 0 ? Date.now() + minutes * 60000 : 0)); tick(); },
    notify(mode) { settings.notify = mode; keep(); },
    quietLost() { lostQuiet = true; },
    state: () => ({
      sound: look(), context: context?.state, level: alarm.level, wanted: wanted(), plays: { ...plays }, peak, renders: context ? measure() > 0 : false,
      latency: context?.outputLatency ?? null, active: navigator.userActivation?.hasBeenActive ?? null,
    }),
  };
}
