import net from 'node:net';

export type Answered = { status: number; milliseconds: number; body: string };

/**
 * One kept-open connection that sends ready-made requests one after the other. It reads no more of an answer than its
 * length and status, because what the client costs is missing to the server beside it.
 */
export const talk = (
  port: number,
  next: () => string | undefined,
  answered: (answer: Answered) => void,
  keepBody = false,
): Promise<void> =>
  new Promise((done, failed) => {
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    let began = 0;
    let head = '';
    let missing = -1;
    let body = '';
    let status = 0;

    const ask = (): void => {
      const request = next();
      if (request === undefined) return void socket.end();
      began = performance.now();
      socket.write(request, 'latin1');
    };
    socket.on('connect', ask);
    socket.on('data', (chunk: Buffer) => {
      let text = chunk.toString('latin1');
      if (missing < 0) {
        head += text;
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        status = Number(head.slice(9, 12));
        text = head.slice(end + 4);
        missing = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
        head = '';
      }
      missing -= text.length;
      if (keepBody) body += text;
      if (missing > 0) return;
      missing = -1;
      answered({ status, milliseconds: performance.now() - began, body });
      body = '';
      ask();
    });
    socket.on('error', failed);
    socket.on('close', () => done());
  });

type Wanted = { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: unknown };

/** A request as it goes over the wire. */
export const requestText = ({ method, path, headers = {}, body }: Wanted): string => {
  const content = body === undefined ? '' : JSON.stringify(body);
  const lines = Object.entries({
    host: 'localhost',
    ...headers,
    ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(content)) }),
  }).map(([name, value]) => `${name}: ${value}`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${content}`;
};
