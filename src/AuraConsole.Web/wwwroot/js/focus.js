// Focus is never lost by an update. When the element that has it is taken off the page, its neighbour gets it: the row that moved up in its
// place, else the next control around, else the page itself. A control that is only disabled for a moment gets it back.
const focusable = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex]';
const item = 'li, tr';
const depth = 12;

let kept = null;

const remember = element => {
  // a dialog gives focus back by itself
  if (!(element instanceof HTMLElement) || element === document.body || element.closest('dialog')) { kept = null; return; }
  const row = element.closest(item);
  const around = [];
  for (let one = element.parentElement; one && around.length < depth; one = one.parentElement) around.push(one);
  kept = { element, around, list: row?.parentElement ?? null, at: row ? [...row.parentElement.children].indexOf(row) : -1 };
};
const lost = () => document.activeElement === null || document.activeElement === document.body;
const first = element => element.matches(focusable) ? element : element.querySelector(focusable);

const neighbour = () => {
  const { list, at, around } = kept;
  if (list?.isConnected && list.children.length > 0) {
    const found = first(list.children[Math.min(at, list.children.length - 1)]);
    if (found?.checkVisibility()) return found;
  }
  const place = around.find(one => one.isConnected);
  const near = place === document.body || !place ? null : [...place.querySelectorAll(focusable)].find(one => one.checkVisibility());
  return near ?? document.getElementById('content');
};

const look = () => {
  if (kept === null) return;
  const { element } = kept;
  const enabled = kept.disabled && !element.disabled;
  kept.disabled = element.disabled === true;
  if (!lost() || document.querySelector('dialog[open]')) return;
  if (!element.isConnected) neighbour()?.focus();
  else if (enabled) element.focus();
};

let watching = false;
export function keep() {
  if (watching) return;
  watching = true;
  document.addEventListener('focusin', event => remember(event.target));
  // a click into nothing is a choice, not a loss
  document.addEventListener('pointerdown', event => { if (!event.target.closest?.(focusable)) kept = null; });
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled', 'hidden'] });
}
