import type { Machine } from '../machine.ts';
import type { TwilioSettings } from './settings.ts';

type Form = Record<string, string | number | boolean | string[]>;
type Said = Record<string, unknown>;

/** What Twilio answered; status 0 says that nothing came back. */
export type TwilioAnswer = { status: number; body: Said };

const PAUSES_MS = [200, 1000];
const PATIENCE_MS = 10_000;

const isPassing = ({ status }: TwilioAnswer) => status === 0 || status === 429 || status >= 500;

/** Requests to Twilio's API. What may be asked twice is asked again when no answer came. */
export const openRequests = (settings: TwilioSettings, machine: Machine, ask: typeof fetch) => {
  const root = `https://api.twilio.com/2010-04-01/Accounts/${settings.accountSid}`;
  const authorization = `Basic ${Buffer.from(`${settings.accountSid}:${settings.authToken}`).toString('base64')}`;

  const once = async (method: string, path: string, form?: Form): Promise<TwilioAnswer> => {
    try {
      const answer = await ask(path.startsWith('/2010-04-01/') ? `https://api.twilio.com${path}` : root + path, {
        method,
        headers: { authorization, ...(form && { 'content-type': 'application/x-www-form-urlencoded' }) },
        body: form && encode(form),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as Said) };
    } catch {
      return { status: 0, body: {} };
    }
  };

  const again = async (run: () => Promise<TwilioAnswer>): Promise<TwilioAnswer> => {
    let answer = await run();
    for (const pause of PAUSES_MS) {
      if (!isPassing(answer)) break;
      await new Promise<void>((resolve) => void machine.after(pause, resolve));
      answer = await run();
    }
    return answer;
  };

  return {
    get: (path: string) => again(() => once('GET', path)),
    /** Sets what may be set twice. */
    set: (path: string, form: Form) => again(() => once('POST', path, form)),
    /** Done at most once: better not at all than twice. */
    post: (path: string, form: Form) => once('POST', path, form),
    /** Makes something new. Twilio knows no keys for this, so before it is asked again we look whether it is there. */
    make: (path: string, form: Form, look: () => Promise<Said | undefined>) => {
      let isFirst = true;
      return again(async () => {
        const there = isFirst ? undefined : await look();
        isFirst = false;
        return there ? { status: 201, body: there } : once('POST', path, form);
      });
    },
    /** All pages of a list; nothing when Twilio does not answer. */
    list: async (path: string, name: string): Promise<Said[] | undefined> => {
      const found: Said[] = [];
      for (let next: unknown = path; typeof next === 'string' && next !== '';) {
        const at: string = next;
        const { status, body } = await again(() => once('GET', at));
        if (status !== 200) return undefined;
        found.push(...((body[name] as Said[] | undefined) ?? []));
        next = body.next_page_uri;
      }
      return found;
    },
  };
};

const encode = (form: Form): string => {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) for (const one of Array.isArray(value) ? value : [value]) fields.append(name, String(one));
  return fields.toString();
};
