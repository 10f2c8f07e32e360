// In the head and not deferred: the first paint must have the right theme. The cookie lets the server draw it already.
(() => {
  'use strict';
  const root = document.documentElement;

  const mark = () => {
    for (const button of document.querySelectorAll('[data-theme-choice]'))
      button.setAttribute('aria-pressed', String(button.dataset.themeChoice === root.dataset.theme));
  };

  const choose = theme => {
    root.dataset.theme = theme;
    document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
    mark();
  };

  const kept = localStorage.getItem('theme');
  if (kept === 'dark' || kept === 'light') choose(kept);

  document.addEventListener('click', event => {
    const theme = event.target.closest?.('[data-theme-choice]')?.dataset.themeChoice;
    if (!theme) return;
    localStorage.setItem('theme', theme);
    choose(theme);
  });
  document.addEventListener('toggle', mark, true);
})();
