import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** The lines of a gzip file, one by one or many at a time, and the checksum of what was taken so far. */
export const lineSource = (file: string) => {
  const unzipped = pipeline(createReadStream(file), createGunzip(), () => {}); // its end or fault comes out of the iteration
  const blocks = wholeLines(unzipped);
  const hash = createHash('sha256');
  let block: Buffer = Buffer.alloc(0);

  const fill = async () => {
    while (block.length === 0) {
      const next = await blocks.next();
      if (next.done) return false;
      block = next.value;
    }
    return true;
  };
  const take = (length: number) => {
    const taken = block.subarray(0, length);
    block = block.subarray(length);
    hash.update(taken);
    return taken;
  };
  const line = async () => {
    if (!(await fill())) throw new SyntaxError('the file ends too early');
    return take(block.indexOf('\n') + 1).toString('utf8').slice(0, -1);
  };
  async function* linesUntil(last: string): AsyncGenerator<Buffer, void> {
    while (await fill()) {
      const end = startOfLine(block, `${last}\n`);
      const length = end ?? block.length;
      if (length > 0) yield take(length);
      if (end !== undefined) return void take(last.length + 1);
    }
    throw new SyntaxError('the file ends too early');
  }

  return {
    line,
    linesUntil,
    atEnd: async () => !(await fill()),
    digest: () => hash.copy().digest('hex'),
    close: () => unzipped.destroy(),
  };
};

const startOfLine = (block: Buffer, text: string) => {
  if (block.subarray(0, text.length).toString('latin1') === text) return 0;
  const at = block.indexOf(`\n${text}`);
  return at < 0 ? undefined : at + 1;
};

/** Cuts the stream after line ends only. A row of many megabytes is put together once, not at every piece. */
async function* wholeLines(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  let pieces: Buffer[] = [];
  for await (const piece of stream) {
    const end = piece.lastIndexOf('\n') + 1;
    if (end === 0) {
      pieces.push(piece);
      continue;
    }
    yield Buffer.concat([...pieces, piece.subarray(0, end)]);
    pieces = [piece.subarray(end)];
  }
  if (pieces.some(({ length }) => length > 0)) throw new SyntaxError('the last line is cut');
}
