/** A file that goes with a message. Its id opens it for whoever may read the message, and for nobody else. */
export type Attachment = {
  id: string;
  name: string;
  /** Media type as its sender called it: a hint for people, never for a browser. */
  type: string;
  bytes: number;
  /** The name under which the HTML of the same mail shows it as a picture. */
  cid?: string;
};

/** What a file is called: one line without a path, without what hides or turns letters, and never empty. */
export const cleanFileName = (given: string, most = 120): string => {
  const base = given.slice(0, 5000).normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = base
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[ .]+/, '')
    .replace(/[ .]+$/, '');
  if (plain === '') return 'file';
  return plain.length <= most ? plain : shortened(plain, most);
};

/** The end of a name says what it is, so it stays. */
const shortened = (name: string, most: number): string => {
  const dot = name.lastIndexOf('.');
  const end = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  return `${name.slice(0, most - end.length - 1).replace(/\p{Cs}$/u, '')}…${end}`;
};

/** `1.4 MB`: what people read of a size. */
export const saidBytes = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_048_576).toFixed(bytes < 10_485_760 ? 1 : 0)} MB`;
};

/** What a mail with these files weighs on its way: three bytes go as four, with line ends, and each part has its head. */
export const mailBytes = (text: string, files: readonly Pick<Attachment, 'bytes'>[]): number =>
  Math.ceil(text.length * 2) + 2000 + files.reduce((sum, { bytes }) => sum + Math.ceil(bytes / 3) * 4 * (78 / 76) + 600, 0);
