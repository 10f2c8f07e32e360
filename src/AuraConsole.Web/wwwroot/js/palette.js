// The palette's input: the page hears of the text after a pause, and of Enter together with the text.
import { takeTyped } from './keys.js';

const pause = 80;

export function watch(body, page) {
  const input = body.querySelector('[role="combobox"]');
  const list = body.querySelector('[role="listbox"]');
  let timer = 0;
  const send = (name, value) => page.invokeMethodAsync(name, value).catch(error => console.debug('Not sent.', error));
  const text = () => { clearTimeout(timer); send('HandleTextAsync', input.value); };

  input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(text, pause); });
  input.addEventListener('keydown', event => {
    if (event.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) send('HandleMove', move);
    else if (event.key === 'Enter') { clearTimeout(timer); send('HandleEnterAsync', input.value); }
    else return;
    event.preventDefault();
  });
  new MutationObserver(() => list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }))
    .observe(list, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-selected'] });

  // what was typed while the palette was on its way, and into its input before anybody listened there
  input.value = takeTyped() + input.value;
  if (input.value) text();
  return {};
}
