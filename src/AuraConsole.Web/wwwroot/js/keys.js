// Keys of the whole page. A control names its key in aria-keyshortcuts; pressing it there and then is all that happens here. Single keys
// can be switched off (WCAG 2.1.4); Ctrl+K or Cmd+K, the palette, always works.
const typing = element => element.closest?.('input, textarea, select, [contenteditable="true"]');
const named = '[aria-keyshortcuts]';
const paletteKey = 'control+k';
const typedFor = 1500;
const mostTyped = 100;
const mostListed = 60;

let single = true;
let typed = '';
let opened = -Infinity;

const keysOf = control => control.getAttribute('aria-keyshortcuts').toLowerCase().split(/\s+/);
const usable = control => !control.disabled && control.checkVisibility();
const inDialog = () => document.querySelector('dialog[open]') !== null;
const find = key => [...document.querySelectorAll(named)].find(one => keysOf(one).includes(key) && usable(one));

const act = control => {
  if (typing(control)) return control.focus();
  // focus comes back here when the dialog closes; from what belongs to no page it goes back to where it was
  if (control.getAttribute('aria-haspopup') === 'dialog' && !('shell' in control.dataset)) control.focus();
  control.click();
};

const palette = event => {
  event.preventDefault();
  if (inDialog() || performance.now() - opened < typedFor) return;
  const control = find(paletteKey);
  if (!control) return;
  [typed, opened] = ['', performance.now()];
  act(control);
};

const press = event => {
  if (event.defaultPrevented || event.altKey || event.isComposing) return;
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'k') return palette(event);
  if (event.ctrlKey || event.metaKey || inDialog()) return;
  // the palette is on its way: what is typed until then is meant for it
  if (performance.now() - opened < typedFor) {
    if (event.key.length === 1 && typed.length < mostTyped) typed += event.key;
    return event.preventDefault();
  }
  if (!single || event.repeat || typing(event.target)) return;
  const control = find(event.key.toLowerCase());
  if (!control) return;
  event.preventDefault();
  act(control);
};

let listening = false;
export function listen() {
  if (listening) return;
  listening = true;
  document.addEventListener('keydown', press);
  document.documentElement.dataset.keys = 'on';
}

export function useSingle(on) {
  single = on;
  document.documentElement.dataset.singleKeys = on ? 'on' : 'off';
}

/** What was typed between Ctrl+K and the palette's appearance. */
export function takeTyped() {
  const text = typed;
  [typed, opened] = ['', -Infinity];
  return text;
}

const nameOf = control => {
  if (control.ariaLabel) return control.ariaLabel;
  if (control.labels?.length) return control.labels[0].textContent;
  const copy = control.cloneNode(true);
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"], .sr-only')) hidden.remove();
  return copy.textContent;
};

/** The keys that work on this page now, each with what it presses. Called before the list is shown. */
export function list() {
  return [...document.querySelectorAll(named)].filter(one => usable(one) && !one.closest('dialog')).slice(0, mostListed)
    .map(one => ({ key: one.getAttribute('aria-keyshortcuts'), name: nameOf(one).replace(/\s+/g, ' ').trim().slice(0, 100) }));
}
