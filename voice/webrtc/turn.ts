import { createHmac } from 'node:crypto';
import type { IceServer } from '../provider/browser-door.ts';

export type TurnSetting = { urls: string[]; secret: string };

/**
 * Credentials that run out by themselves, as TURN servers with a shared secret know them (draft-uberti-behave-turn-rest):
 * the user name is the second in which they end, the password its HMAC.
 */
export const iceServersFor = (turn: TurnSetting[], user: string, nowMs: number, lifeSeconds = 3600): IceServer[] =>
  turn.map(({ urls, secret }) => {
    if (urls.every((url) => url.startsWith('stun:'))) return { urls };
    const username = `${Math.floor(nowMs / 1000) + lifeSeconds}:${user}`;
    return { urls, username, credential: createHmac('sha1', secret).update(username).digest('base64') };
  });
