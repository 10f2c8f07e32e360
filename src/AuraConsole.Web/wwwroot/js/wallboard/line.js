// The line to the hub. It comes back by itself for ever, with growing, bounded, scattered pauses: after a power cut a wall of screens
// must not knock all at once.
const first = 500;
const longest = 30000;
const refusedPause = 60000;
const silence = 15000;

const refusal = error => (error?.statusCode === 401 || error?.statusCode === 403 || /Status code '40[13]'/.test(error?.message ?? ''));

export class Line {
  /** handlers: { Snapshot(rows), CalloutChanged(row), Pulse(pulse) }; told(state): 'live' | 'lost' | 'refused' */
  constructor(handlers, told) {
    this.told = told;
    this.attempt = 0;
    this.wake = () => {};
    this.connection = new signalR.HubConnectionBuilder().withUrl('/hubs/board').configureLogging(signalR.LogLevel.None).build();
    this.connection.serverTimeoutInMilliseconds = silence;
    for (const [name, handler] of Object.entries(handlers)) this.connection.on(name, handler);
    this.connection.onclose(() => { this.told('lost'); this.run(); });
    addEventListener('online', () => this.wake());
    document.addEventListener('visibilitychange', () => { if (!document.hidden) this.wake(); });
  }

  async run() {
    for (;;) {
      if (this.attempt > 0) await this.pause();
      this.attempt++;
      try {
        await this.connection.start();
        return;
      } catch (error) {
        this.refused = refusal(error);
        this.told(this.refused ? 'refused' : 'lost');
      }
    }
  }

  /** Only news proves that the line works: a proxy may open it and let nothing through. */
  proven() {
    this.attempt = 0;
    this.refused = false;
    this.told('live');
  }

  pause() {
    const grown = this.refused ? refusedPause : Math.min(first * 2 ** Math.min(this.attempt - 1, 10), longest);
    const scattered = grown * (0.7 + Math.random() * 0.6);
    return new Promise(resolve => {
      const timer = setTimeout(resolve, scattered);
      this.wake = () => { clearTimeout(timer); resolve(); };
    });
  }
}
