import net from 'node:net';

export type ScreensWish =
  | { wish: 'open'; port: number; path: string; cookies: string[] }
  /** Answers what came since the last time. */
  | { wish: 'heard' };

/** When each screen heard of each thing, in milliseconds since 1970. */
export type Heard = { screens: number; frames: number; bytes: number; cpuSeconds: number; arrivals: { id: string; at: number }[] };

let heard: Heard = { screens: 0, frames: 0, bytes: 0, cpuSeconds: 0, arrivals: [] };
let cpu = process.cpuUsage();

const MARK = /"id":"([^"]+)"/;

/** A screen without a browser: it keeps the stream open and notes when what arrives. */
const openScreen = (port: number, path: string, cookie: string): Promise<void> =>
  new Promise((open, failed) => {
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    let rest = '';
    let isOpen = false;
    socket.on('connect', () => socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept: text/event-stream\r\ncookie: ${cookie}\r\n\r\n`));
    socket.on('data', (chunk: Buffer) => {
      const at = performance.timeOrigin + performance.now();
      heard.bytes += chunk.length;
      const frames = (rest + chunk.toString('latin1')).split('\n\n');
      rest = frames.pop() ?? '';
      for (const frame of frames) {
        if (!isOpen && frame.includes('event: hello')) {
          isOpen = true;
          heard.screens += 1;
          open();
        }
        if (!frame.includes('data: {"seq"') || frame.includes('event: ')) continue;
        heard.frames += 1;
        const id = MARK.exec(frame)?.[1];
        if (id) heard.arrivals.push({ id, at });
      }
    });
    socket.on('error', failed);
    socket.on('close', () => (isOpen ? (heard.screens -= 1) : failed(new Error(`A screen was turned away: ${rest.slice(0, 200)}`))));
  });

process.on('message', (message: ScreensWish) => {
  void (async () => {
    if (message.wish === 'open') {
      for (let at = 0; at < message.cookies.length; at += 25)
        await Promise.all(message.cookies.slice(at, at + 25).map((cookie) => openScreen(message.port, message.path, cookie)));
    }
    const { user, system } = process.cpuUsage(cpu);
    process.send?.({ ...heard, cpuSeconds: (user + system) / 1e6 });
    heard = { ...heard, frames: 0, bytes: 0, arrivals: [] };
    cpu = process.cpuUsage();
  })().catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
