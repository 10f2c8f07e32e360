// The token stands after the #, so that it reaches neither a server's log nor a proxy's. It is taken out of the address before anything
// else, exchanged for a cookie, and forgotten.
const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname);

const state = document.getElementById('open-state');
const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

const ask = async () => {
  try {
    const answer = await fetch('/wallboard/token', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }), signal: AbortSignal.timeout(10000),
    });
    return answer.status;
  } catch {
    return 0; // nobody answered: asked again
  }
};

for (let delay = 1000; ; delay = Math.min(delay * 2, 30000)) {
  const status = await ask();
  if (status === 204) {
    location.replace('/wallboard');
    break;
  }
  if (status >= 400 && status < 500) {
    location.replace('/wallboard/ended');
    break;
  }
  state.textContent = state.dataset.failed;
  await pause(delay);
}
