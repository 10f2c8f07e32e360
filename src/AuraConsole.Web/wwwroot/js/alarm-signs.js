// What shows an alarm to somebody who looks elsewhere: the tab's title, its icon, the badge of an installed console, desktop notifications.
let prefix = '';
let shown = -1;
const icon = () => document.querySelector('link[rel="icon"]');
const plainIcon = icon()?.getAttribute('href');

// Blazor owns the title's text node and goes on writing into it: the node must stay, only its text is ours to change
const retitle = () => {
  const node = document.querySelector('head title')?.firstChild;
  if (!node) return;
  const text = prefix + node.data.replace(/^\(\d+\) (?:▲ )?/, '');
  if (node.data !== text) node.data = text;
};
new MutationObserver(retitle).observe(document.head, { childList: true, subtree: true, characterData: true });

const draw = count => {
  const text = count > 99 ? '99+' : String(count);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#b3261e"/>`
    + `<text x="16" y="23" text-anchor="middle" font-family="sans-serif" font-weight="700" font-size="${text.length > 2 ? 14 : 20}" fill="#fff">${text}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
};

export function showCount(count, sounding) {
  prefix = count > 0 ? `(${count}) ${sounding ? '▲ ' : ''}` : '';
  retitle();
  if (count === shown) return;
  shown = count;
  icon()?.setAttribute('href', count > 0 ? draw(count) : plainIcon);
  const told = count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
  told?.catch(error => console.debug('No badge.', error));
}

export function showNews(ids, texts) {
  ids.forEach((id, at) => {
    // several tabs of one browser make one notification; the sound is ours
    const note = new Notification(texts[at], { tag: `callout-${id}`, silent: true });
    note.onclick = () => { window.focus(); note.close(); Blazor.navigateTo(`/?callout=${encodeURIComponent(id)}`); };
  });
}
