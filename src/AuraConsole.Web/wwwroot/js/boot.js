// Starts the circuit, and when it is lost gets it back without a click: the same circuit if the server still has it, a fresh page if not.
(() => {
  'use strict';
  const silence = 15000;       // no sign of life for so long: the connection is lost, whatever the socket thinks
  const patience = 3000;       // a page that is not live by then says so,
  const firstRender = 10000;   // and by then has not connected: it is loaded anew
  const delays = [0, 250, 500, 1000];
  const longest = 2000;

  const dialog = document.getElementById('reconnect');
  const elapsed = document.getElementById('reconnect-elapsed');
  const failure = document.getElementById('blazor-error-ui');
  const app = () => document.querySelector('.app[data-interactive]');
  const isLive = () => app()?.dataset.interactive === 'true';
  const mark = live => { const root = app(); if (root) root.dataset.interactive = String(live); };

  let lostAt = null;
  let wake = () => {};
  const pause = milliseconds => new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    wake = () => { clearTimeout(timer); resolve(); };
  });
  const answers = async path => {
    try {
      return (await fetch(path, { cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(3000) })).status;
    } catch {
      return 0; // nobody answered: the caller tries again
    }
  };

  const count = () => {
    if (lostAt === null) return;
    const seconds = Math.floor((performance.now() - lostAt) / 1000);
    elapsed.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    setTimeout(count, 1000);
  };
  const show = which => {
    mark(false);
    for (const part of dialog.querySelectorAll('[data-when]')) part.hidden = part.dataset.when !== which;
    if (!dialog.open) dialog.showModal();
  };
  // Escape must not uncover a board that is out of date
  dialog.addEventListener('cancel', event => event.preventDefault());
  dialog.addEventListener('close', () => { if (lostAt !== null) dialog.showModal(); });

  const reloadWhenAlive = async () => {
    for (let attempt = 0; await answers('/health/live') !== 200; attempt++) await pause(delays[attempt] ?? longest);
    location.reload();
  };

  const back = () => {
    lostAt = null;
    failure.style.display = 'none';
    dialog.close();
    mark(true);
  };

  // true: live again; false: the server no longer has this circuit, or this user; null: not yet
  const retry = async () => {
    const status = await answers('/account/alive');
    if (status === 401) return false;
    if (status !== 204) return null;
    try {
      // a proxy that swallows the WebSocket may leave this hanging: then a fresh page is the way
      return await Promise.race([Blazor.reconnect(), new Promise(resolve => setTimeout(resolve, silence, false))]);
    } catch (error) {
      console.debug('Not reconnected yet.', error);
      return null;
    }
  };

  const lost = async () => {
    if (lostAt !== null) return;
    lostAt = performance.now();
    show('lost');
    count();
    for (let attempt = 0; ; attempt++) {
      const result = await retry();
      if (result === true) return back();
      if (result === false) return reloadWhenAlive();
      await pause(delays[attempt] ?? longest);
    }
  };

  // An error in the circuit ends it for good. Once a minute at most, so that a page that fails at once can still be read.
  const failed = () => {
    if (lostAt !== null || failure.style.display !== 'block') return;
    mark(false);
    const last = Number(sessionStorage.getItem('reloaded-at') ?? 0);
    if (Date.now() - last < 60000) return;
    sessionStorage.setItem('reloaded-at', String(Date.now()));
    setTimeout(reloadWhenAlive, 5000);
  };
  new MutationObserver(failed).observe(failure, { attributes: true, attributeFilter: ['style'] });

  // Blazor follows links to a place on the page by scrolling alone, and from under <base> this one would lead to the board
  document.addEventListener('click', event => {
    if (!event.target.closest?.('a.skip')) return;
    event.preventDefault();
    document.getElementById('content')?.focus();
  }, true);

  document.addEventListener('visibilitychange', () => { if (!document.hidden) wake(); });
  addEventListener('online', () => wake());
  addEventListener('pageshow', event => { if (event.persisted) location.reload(); });

  // A circuit makes no requests, so the cookie would not slide through a shift; and whoever was signed out elsewhere leaves here.
  setInterval(async () => { if (lostAt === null && await answers('/account/alive') === 401) location.reload(); }, 600000);

  const watchFirst = async begun => {
    while (!isLive()) {
      if (lostAt !== null || failure.style.display === 'block') return;
      const waited = performance.now() - begun;
      if (waited > patience) show('start');
      if (waited > firstRender) return reloadWhenAlive();
      await pause(100);
    }
    if (lostAt === null) dialog.close();
  };

  const start = async () => {
    watchFirst(performance.now());
    try {
      await Blazor.start({
        circuit: {
          configureSignalR: builder => builder.withServerTimeout(silence).withKeepAliveInterval(5000),
          reconnectionHandler: { onConnectionDown: lost, onConnectionUp: () => {} },
        },
      });
    } catch (error) {
      console.error('The circuit did not start.', error);
    }
  };
  start();
})();
