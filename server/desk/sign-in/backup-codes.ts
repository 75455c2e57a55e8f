import { randomBytes } from 'node:crypto';
import { base32 } from './totp.ts';

const CODES = 10;

/** 50 bits each, in two groups that are easily read from paper. */
export const newBackupCodes = (): string[] =>
  Array.from({ length: CODES }, () => {
    const letters = base32(randomBytes(7)).slice(0, 10).toLowerCase();
    return `${letters.slice(0, 5)}-${letters.slice(5)}`;
  });

/** As it was written down: with a blank for the dash, or in capitals. */
export const asBackupCode = (written: string): string | undefined => {
  const letters = written.toLowerCase().replace(/[\s-]/g, '');
  return /^[a-z2-7]{10}$/.test(letters) ? `${letters.slice(0, 5)}-${letters.slice(5)}` : undefined;
};
