import type { Reader } from '../platform/reader.ts';
import { whoHas } from './who-has.ts';

/** Who has this address, if we have met them. */
export const customerByEmail = (read: Reader, address: string): Promise<string | undefined> => whoHas(read, 'email', address);
