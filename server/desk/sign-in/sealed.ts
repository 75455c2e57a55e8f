import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What is kept of a second step can be read by nobody who has the table without the sign-in secret. */
export const sealing = (signInSecret: string) => {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', signInSecret, '', `firstline second step ${purpose}`, 32));
  const [sealKey, hashKey] = [key('secret'), key('backup code')];

  return {
    /** Bound to its person: copied into the row of another, it does not open. */
    seal: (secret: Buffer, personId: string): string => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce).setAAD(Buffer.from(personId));
      const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    unseal: (text: string, personId: string): Buffer => {
      const bytes = Buffer.from(text, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, 12)).setAAD(Buffer.from(personId)).setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    },
    hash: (code: string, personId: string): string => createHmac('sha256', hashKey).update(`${personId} ${code}`).digest('base64url'),
  };
};

export type Sealing = ReturnType<typeof sealing>;
