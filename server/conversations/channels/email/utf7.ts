/** Whether some part of this mail says that it is written in UTF-7, which nothing else here reads. */
export const isUtf7 = (mail: Buffer): boolean =>
  (mail.includes('tf-7') || mail.includes('TF-7')) &&
  /charset\s*=\s*"?(?:unicode-1-1-)?utf-7|=\?(?:unicode-1-1-)?utf-7\?/i.test(mail.toString('latin1'));

/** Text in UTF-7 as what it means: `Fr+APY-sche` is `Frösche`. */
export const fromUtf7 = (text: string): string =>
  text.replaceAll(/\+([A-Za-z0-9+/]*)-?/g, (written, base64: string) => {
    if (base64 === '') return written === '+-' ? '+' : written;
    const bytes = Buffer.from(base64, 'base64');
    return bytes.length < 2 ? written : bytes.subarray(0, bytes.length - (bytes.length % 2)).swap16().toString('utf16le');
  });
