// A button with data-copy puts that text on the clipboard, and says so for a moment.
(() => {
  'use strict';
  const shown = 1500;

  // without https there is no clipboard for pages; the older way still works
  const older = text => {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  };

  document.addEventListener('click', async event => {
    const button = event.target.closest?.('[data-copy]');
    if (!button) return;
    try {
      if (navigator.clipboard) await navigator.clipboard.writeText(button.dataset.copy);
      else older(button.dataset.copy);
    } catch (error) {
      console.debug('Copied the older way.', error);
      older(button.dataset.copy);
    }
    button.focus();
    button.setAttribute('aria-label', button.dataset.copied);
    setTimeout(() => button.removeAttribute('aria-label'), shown);
  });
})();
