import type { Machine } from '../machine.ts';
import type { VoiceRefusal } from '../provider.ts';
import type { AsteriskSettings } from './settings.ts';

type Query = Record<string, string | number | undefined>;

/** What ARI answered; status 0 says that nothing came back. */
export type AriAnswer = { status: number; body: unknown };

const PAUSES_MS = [200, 1000];
const PATIENCE_MS = 5000;

export const authorizationOf = ({ user, password }: AsteriskSettings): string => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** Requests to ARI. Whatever we make bears a name of ours, so all may be asked again: what is there is not made twice. */
export const openRequests = (settings: AsteriskSettings, machine: Machine, ask: typeof fetch) => {
  const once = async (method: string, path: string, query: Query, body?: object): Promise<AriAnswer> => {
    const url = new URL(settings.url + path);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
    try {
      const answer = await ask(url, {
        method,
        headers: { authorization: authorizationOf(settings), ...(body && { 'content-type': 'application/json' }) },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? {} : JSON.parse(text) };
    } catch {
      return { status: 0, body: {} };
    }
  };
  return async (method: 'GET' | 'POST' | 'DELETE', path: string, query: Query = {}, body?: object): Promise<AriAnswer> => {
    let answer = await once(method, path, query, body);
    for (const pause of PAUSES_MS) {
      if (answer.status !== 0 && answer.status < 500) break;
      await new Promise<void>((resolve) => void machine.after(pause, resolve));
      answer = await once(method, path, query, body);
    }
    return answer;
  };
};

export const refusalOf = ({ status }: AriAnswer): VoiceRefusal | undefined => {
  if (status >= 200 && status < 300) return undefined;
  if (status === 404) return 'ended';
  return status === 400 || status === 409 || status === 422 ? 'wrong-state' : 'unavailable';
};
