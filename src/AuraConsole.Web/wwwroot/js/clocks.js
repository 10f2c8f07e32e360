// Every clock of the page. The server leaves these elements empty and never touches what is written here:
//   data-clock="local|utc|zone"                        the time now, and the name of the operator's zone
//   data-since="ISO"                                   03:05, 1:02:03
//   data-ago="ISO" [data-late-after="seconds"]         4 s ago; older than that, the lamp around it is marked data-late
//   data-to="ISO"                                     the time left until then
//   data-left="ISO" (in a data-until element)          the seconds left; over, the element around it is marked data-over
//   data-warns-at="ISO" data-breaches-at="ISO"         data-face becomes calm, warning, breached when its instant comes
//   data-local="ISO" data-format="time|datetime"       an instant in the operator's zone; the title states zone and UTC
// The server's time is what counts: a wrong clock in this PC must not make a callout look younger than it is.
(() => {
  'use strict';
  const selector = '[data-clock],[data-since],[data-ago],[data-local],[data-left],[data-to],[data-warns-at],[data-breaches-at]';
  const attributes = ['data-clock', 'data-since', 'data-ago', 'data-local', 'data-format', 'data-left', 'data-to', 'data-warns-at', 'data-breaches-at'];
  const driftAllowed = 1500;

  const format = (options, locale = 'en-GB') => new Intl.DateTimeFormat(locale, { hourCycle: 'h23', ...options });
  const hms = { hour: '2-digit', minute: '2-digit', second: '2-digit' };
  const date = { day: '2-digit', month: 'short', year: 'numeric' };
  const local = { time: format(hms), datetime: format({ ...date, ...hms }) };
  const utc = { time: format({ ...hms, timeZone: 'UTC' }), datetime: format({ ...date, ...hms, timeZone: 'UTC' }), short: format({ hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }) };
  // en-ZA knows SAST by name, where others only say GMT+2
  const named = format({ timeZoneName: 'short' }, 'en-ZA');
  const zone = at => named.formatToParts(at).find(part => part.type === 'timeZoneName')?.value ?? '';

  // the page was drawn by the server when its first byte arrived; from there on this browser's steady clock counts
  const arrived = performance.getEntriesByType('navigation')[0]?.responseStart ?? 0;
  let base = Date.parse(document.body.dataset.serverNow) - arrived;
  let skew = Date.now() - performance.now();
  const now = () => base + performance.now();

  const two = number => String(number).padStart(2, '0');
  const running = milliseconds => {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const hours = Math.floor(seconds / 3600);
    const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    return hours > 0 ? `${hours}:${rest}` : rest;
  };
  const ago = milliseconds => {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    if (seconds < 60) return `${seconds} s ago`;
    if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
    if (seconds < 172800) return `${Math.floor(seconds / 3600)} h ago`;
    return `${Math.floor(seconds / 86400)} d ago`;
  };
  const clock = { local: at => local.time.format(at), utc: at => utc.short.format(at), zone };

  const put = (element, text) => {
    const node = element.firstChild;
    if (node?.nodeType !== Node.TEXT_NODE) element.textContent = text;
    else if (node.data !== text) node.data = text;
  };

  const turn = (element, at) => {
    const { warnsAt, breachesAt, face } = element.dataset;
    const now = at >= Date.parse(breachesAt) ? 'breached' : at >= Date.parse(warnsAt) ? 'warning' : 'calm';
    if (face !== now) element.dataset.face = now;
  };
  const countDown = (element, at) => {
    const left = Date.parse(element.dataset.left) - at;
    element.closest('[data-until]')?.toggleAttribute('data-over', !(left > 0));
    put(element, String(Math.max(0, Math.ceil(left / 1000))));
  };

  const write = (element, at) => {
    if (element.dataset.left) return countDown(element, at);
    if (element.dataset.to) return put(element, running(Math.max(0, Date.parse(element.dataset.to) - at)));
    if (element.dataset.warnsAt || element.dataset.breachesAt || element.dataset.face) return turn(element, at);
    const { clock: which, since, ago: past, local: instant } = element.dataset;
    if (which) return put(element, clock[which]?.(at) ?? '');
    const from = Date.parse(since ?? past ?? instant);
    if (Number.isNaN(from)) return put(element, '');
    if (since) return put(element, running(at - from));
    if (past) {
      if (element.dataset.lateAfter) element.closest('.lamp')?.toggleAttribute('data-late', at - from > element.dataset.lateAfter * 1000);
      return put(element, ago(at - from));
    }
    const text = local[element.dataset.format]?.format(from) ?? local.time.format(from);
    const title = `${local.datetime.format(from)} ${zone(from)} (${utc.datetime.format(from)} UTC)`;
    put(element, text);
    if (element.title !== title) element.title = title;
  };

  const writeAll = () => {
    const at = now();
    for (const element of document.querySelectorAll(selector)) write(element, at);
  };

  // The steady clock stands still while a laptop sleeps: ask the server again. Its Date header has whole seconds, hence the half.
  const resync = async () => {
    skew = Date.now() - performance.now();
    try {
      const answer = await fetch('/health/live', { method: 'HEAD', cache: 'no-store' });
      const date = Date.parse(answer.headers.get('date'));
      if (!Number.isNaN(date)) base = date + 500 - performance.now();
    } catch (error) {
      console.debug('The server could not be asked for the time.', error);
    }
  };

  // a new row must not wait for the next second to get its times
  new MutationObserver(changes => {
    const at = now();
    for (const change of changes) {
      if (change.type === 'attributes') write(change.target, at);
      for (const node of change.addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        if (node.matches(selector)) write(node, at);
        for (const element of node.querySelectorAll(selector)) write(element, at);
      }
    }
  }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: attributes });

  const tick = () => {
    if (Math.abs(Date.now() - performance.now() - skew) > driftAllowed) resync();
    writeAll();
  };
  const start = () => { tick(); setInterval(tick, 1000); };
  writeAll();
  // on the server's full second, so that all consoles of a room turn over together
  setTimeout(start, 1000 - now() % 1000);
})();
