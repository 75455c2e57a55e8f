/** Turns the lines of one part back into its bytes. */
export type PartDecoder = { line: (line: Buffer) => Buffer; end: () => Buffer };

export const partDecoder = (encoding: string): PartDecoder =>
  encoding === 'base64' ? base64() : encoding === 'quoted-printable' ? quotedPrintable() : asItIs();

const NOTHING = Buffer.alloc(0);

const base64 = (): PartDecoder => {
  let rest = '';
  let isOver = false;
  return {
    line: (line) => {
      if (isOver) return NOTHING;
      const said = rest + line.toString('latin1').replaceAll(/[^A-Za-z0-9+/=]/g, '');
      const end = said.indexOf('=');
      isOver = end >= 0;
      const letters = isOver ? said.slice(0, end) : said;
      const whole = isOver ? letters.length : letters.length - (letters.length % 4);
      rest = letters.slice(whole);
      return Buffer.from(letters.slice(0, whole), 'base64');
    },
    end: () => Buffer.from(rest, 'base64'),
  };
};

/** The line end before a border belongs to the border, so each line end waits for the next line. */
const lineByLine = (decoded: (line: string) => { text: string; end: string }): PartDecoder => {
  let held = '';
  return {
    line: (line) => {
      const { text, end } = decoded(line.toString('latin1'));
      const out = Buffer.from(held + text, 'latin1');
      held = end;
      return out;
    },
    end: () => NOTHING,
  };
};

const split = (line: string): { text: string; end: string } => {
  const end = line.endsWith('\r\n') ? '\r\n' : line.endsWith('\n') ? '\n' : '';
  return { text: line.slice(0, line.length - end.length), end };
};

const asItIs = (): PartDecoder => lineByLine(split);

const quotedPrintable = (): PartDecoder =>
  lineByLine((line) => {
    const { text, end } = split(line);
    const said = text.replace(/[ \t]+$/, '');
    const isSoft = said.endsWith('=');
    const body = (isSoft ? said.slice(0, -1) : said).replaceAll(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    return { text: body, end: isSoft ? '' : end };
  });
