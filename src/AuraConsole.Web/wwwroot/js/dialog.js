// A modal dialog is the browser's own: focus stays inside and the page behind is inert. Two things are left to do here: keys of an open
// list must not close the dialog around it (unless the list is all there is: data-closes), and focus goes back to where it came from once
// the dialog is taken off the page.
const own = { ArrowDown: true, ArrowUp: true, Enter: true, Escape: false };

const keepFromDialog = event => {
  if (event.target.getAttribute?.('role') !== 'combobox') return;
  if (event.key === 'Escape' && 'closes' in event.target.dataset) return;
  const open = event.target.getAttribute('aria-expanded') === 'true';
  if (event.key in own && (own[event.key] || open)) event.preventDefault();
};

export function open(element) {
  // taken off the page before it could be shown
  if (!element?.isConnected) return { close() {} };
  const opener = document.activeElement;
  element.addEventListener('keydown', keepFromDialog);
  element.showModal();
  return {
    close() {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost && opener?.isConnected) opener.focus();
    },
  };
}

/** Presses a control that another module watches. */
export function press(selector) {
  document.querySelector(selector)?.click();
}
