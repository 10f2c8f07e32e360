// The browser's own location: once, or again and again until it is told to stop. Nothing is asked for before a person wants it.
const every = 10000;
const options = { enableHighAccuracy: true, timeout: 20000, maximumAge: 5000 };

const plain = position => ({ latitude: position.coords.latitude, longitude: position.coords.longitude, accuracy: position.coords.accuracy });
const word = error => (error.code === 1 ? 'refused' : 'failed');

export const once = () => new Promise(resolve => {
  if (!navigator.geolocation) resolve({ fault: 'failed' });
  else navigator.geolocation.getCurrentPosition(position => resolve(plain(position)), error => resolve({ fault: word(error) }), options);
});

export function watch(page) {
  let newest = null;
  let last = 0;
  let timer;
  const tell = (method, ...values) => page.invokeMethodAsync(method, ...values).catch(error => console.debug('The page was not told.', error));
  const send = () => {
    clearTimeout(timer);
    const wait = last + every - Date.now();
    if (wait > 0) {
      timer = setTimeout(send, wait);
      return;
    }
    last = Date.now();
    tell('HandleHere', newest.latitude, newest.longitude, newest.accuracy);
  };
  if (!navigator.geolocation) {
    tell('HandleHereFault', 'failed');
    return { stop() {} };
  }
  // a watch goes on by itself after it could not tell the place once: under a bridge, in a lift
  const id = navigator.geolocation.watchPosition(position => { newest = plain(position); send(); }, error => tell('HandleHereFault', error.code === 1 ? 'refused' : 'passing'), options);
  return {
    stop() {
      clearTimeout(timer);
      navigator.geolocation.clearWatch(id);
    },
  };
}
