// Single keys. A control names its key in aria-keyshortcuts; pressing it there and then is all that happens here.
const typing = element => element.closest?.('input, textarea, select, [contenteditable="true"]');

const press = event => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
  if (typing(event.target) || document.querySelector('dialog[open]')) return;
  const key = event.key.toLowerCase();
  const control = [...document.querySelectorAll('[aria-keyshortcuts]')]
    .find(one => one.getAttribute('aria-keyshortcuts').toLowerCase() === key && !one.disabled && one.checkVisibility());
  if (!control) return;
  event.preventDefault();
  if (typing(control)) return control.focus();
  // focus comes back here when the dialog closes
  if (control.getAttribute('aria-haspopup') === 'dialog') control.focus();
  control.click();
};

let listening = false;
export function listen() {
  if (listening) return;
  listening = true;
  document.addEventListener('keydown', press);
}
