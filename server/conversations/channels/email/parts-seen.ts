/** `after`: behind the end of all parts, where no mail program looks. */
export type Place = 'border' | 'header' | 'text' | 'attachment' | 'after';
export type Parts = { placeOf: (line: Buffer) => Place; /** How the part at hand is written. */ encoding: () => string };

const MOST_BORDERS = 200;
const HYPHEN = 45;

/** Says of each line of a mail, in turn, what it belongs to. Only as exact as it takes to lay attachments aside. */
export const followParts = (): Parts => {
  const borders = new Set<string>();
  let isHeader = true;
  let kind: 'text' | 'attachment' | 'forwarded' | 'after' = 'text';
  let encoding = '';

  const header = (line: string): Place => {
    if (line.trim() === '') {
      // A forwarded mail begins with header lines of its own.
      isHeader = kind === 'forwarded';
      if (isHeader) kind = 'text';
      return 'header';
    }
    const border = line.match(/boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i);
    if (border && borders.size < MOST_BORDERS) borders.add((border[1] ?? border[2] ?? '').trimEnd());
    const type = line.match(/^content-type:\s*([a-z]+)\/([a-z0-9-]+)/i);
    if (type && /^rfc822$/i.test(type[2] ?? '')) kind = 'forwarded';
    if (type && !/^(?:text|multipart|message)$/i.test(type[1] ?? '')) kind = 'attachment';
    if (/^content-disposition:\s*attachment/i.test(line)) kind = 'attachment';
    encoding = line.match(/^content-transfer-encoding:\s*([a-z0-9-]+)/i)?.[1]?.toLowerCase() ?? encoding;
    return 'header';
  };

  const placeOf = (line: Buffer): Place => {
    if (line[0] === HYPHEN && line[1] === HYPHEN && line.length < 300) {
      const said = line.toString('utf8', 2).trimEnd();
      const isEnd = said.endsWith('--') && borders.has(said.slice(0, -2));
      if (isEnd || borders.has(said)) {
        isHeader = !isEnd;
        kind = isEnd ? 'after' : 'text';
        encoding = '';
        return 'border';
      }
    }
    if (isHeader) return header(line.toString('latin1', 0, 1000));
    return kind === 'attachment' || kind === 'after' ? kind : 'text';
  };
  return { placeOf, encoding: () => encoding };
};
