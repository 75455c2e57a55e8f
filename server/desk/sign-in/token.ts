import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that open something once. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** All that is kept of it. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Behind the `#`, where no server and no log sees it. */
export const welcomeLink = (url: string, token: string): string => `${url.replace(/\/$/, '')}/welcome#token=${token}`;
