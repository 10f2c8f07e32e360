// Dragging over free time in the calendar: the stretch is told to the page, which opens the form. A press on one slot stays a click, and a
// finger scrolls.
export function watch(root, page) {
  let from = null;
  let to = null;

  const slotAt = event => document.elementsFromPoint(event.clientX, event.clientY).find(element => element.dataset.slot && root.contains(element));
  // moments written so that they sort as text
  const stretch = () => (from.dataset.slot <= to.dataset.slot ? [from, to] : [to, from]);
  const paint = () => {
    const [first, last] = from && from !== to ? stretch() : [];
    for (const slot of root.querySelectorAll('[data-slot]'))
      slot.toggleAttribute('data-chosen', Boolean(first) && slot.dataset.slot >= first.dataset.slot && slot.dataset.slot <= last.dataset.slot);
  };
  const forget = () => {
    from = to = null;
    paint();
  };
  const down = event => {
    // a visit is dragged by the calendar itself
    if (event.button !== 0 || event.pointerType === 'touch' || event.target.closest('.rz-event')) return;
    from = to = slotAt(event) ?? null;
  };
  const move = event => {
    if (!from) return;
    if (!event.buttons) {
      forget();
      return;
    }
    to = slotAt(event) ?? to;
    paint();
  };
  const up = () => {
    if (!from) return;
    const [first, last] = stretch();
    forget();
    if (first !== last) page.invokeMethodAsync('HandleDrag', first.dataset.slot, last.dataset.slotEnd).catch(error => console.debug('The page was not told.', error));
  };
  // the calendar says so by an inline handler, which the policy forbids: without this no visit could be dropped anywhere
  const over = event => {
    if (event.target.closest('.rz-slot')) event.preventDefault();
  };
  const key = event => {
    if (event.key === 'Escape' && from) forget();
  };

  root.dataset.drag = 'on';
  root.addEventListener('dragover', over);
  root.addEventListener('pointerdown', down);
  addEventListener('pointermove', move);
  addEventListener('pointerup', up);
  addEventListener('pointercancel', forget);
  addEventListener('keydown', key);
  return {
    stop() {
      root.removeEventListener('dragover', over);
      root.removeEventListener('pointerdown', down);
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', up);
      removeEventListener('pointercancel', forget);
      removeEventListener('keydown', key);
    },
  };
}
