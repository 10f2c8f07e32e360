// The board's list: arrow keys walk its rows, Space picks one (with Shift all between), Ctrl+A all, Escape none, and the page is told while somebody works in it, so that rows stay where they are.
const rowSelector = '[data-callout-id]';

export function watch(list, page) {
  const ended = new AbortController();
  const on = (target, type, handler) => target.addEventListener(type, handler, { signal: ended.signal });
  let over = false;
  let held = false;
  const tell = () => {
    // a click leaves focus behind without anybody working there: only the keyboard's focus counts
    const now = over || list.querySelector(':focus-visible') !== null;
    if (now === held) return;
    held = now;
    // without a connection nobody was told: the next sign tells it again
    page.invokeMethodAsync('HandleHeld', held).catch(() => { held = !now; });
  };
  on(list, 'pointerenter', () => { over = true; tell(); });
  on(list, 'pointerleave', () => { over = false; tell(); });
  on(document, 'focusin', tell);
  // while focus moves, nothing has it yet
  on(document, 'focusout', () => setTimeout(() => ended.signal.aborted || tell()));

  on(list, 'keydown', event => {
    const rows = [...list.querySelectorAll(rowSelector)];
    const at = rows.indexOf(event.target.closest(rowSelector));
    const row = rows[at];
    if (event.key === ' ' && row === event.target && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      row.parentElement.querySelector('[role="checkbox"]')?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: event.shiftKey }));
      return;
    }
    const bulk = event.key === 'Escape' ? 'clear' : event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) ? 'all' : null;
    if (bulk) {
      const button = list.parentElement.querySelector(`[data-bulk="${bulk}"]`);
      if (bulk === 'all') event.preventDefault();
      button?.click();
      return;
    }
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus();
  });

  return { stop: () => ended.abort() };
}

export function reveal(list, id) {
  list.querySelector(`[data-callout-id="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' });
}
