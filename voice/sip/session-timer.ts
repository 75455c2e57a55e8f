import type { Clock } from './clock.ts';
import { header, words, type Headers, type SipRequest, type SipResponse } from './message.ts';

export const SHORTEST_SESSION = 90;

/** Who has to show again and again that the call still lives (RFC 4028). `seconds` undefined: nobody. */
export type SessionTerms = { seconds?: number; weRefresh: boolean };

const NOBODY: SessionTerms = { weRefresh: false };

export const readSeconds = (value: string | undefined): number | undefined => {
  const found = /^(\d{1,9})\s*(?:;|$)/.exec(value ?? '');
  return found ? Number(found[1]) : undefined;
};
const refresher = (value: string | undefined): string | undefined =>
  /;\s*refresher\s*=\s*(ua[cs])/i.exec(value ?? '')?.[1]?.toLowerCase();

/** What we agree to when asked, with the lines that say so; `tooShort` is answered with 422. */
export const termsForAsked = (request: SipRequest, wanted: number): { tooShort: true } | { terms: SessionTerms; say: Headers } => {
  const asked = readSeconds(header(request, 'session-expires'));
  if (asked !== undefined && asked < SHORTEST_SESSION) return { tooShort: true };
  if (!words(request, 'supported').includes('timer')) return { terms: NOBODY, say: [] };
  const least = readSeconds(header(request, 'min-se')) ?? SHORTEST_SESSION;
  const seconds = Math.max(asked ?? wanted, least, SHORTEST_SESSION);
  const who = refresher(header(request, 'session-expires')) ?? 'uac';
  return {
    terms: { seconds, weRefresh: who === 'uas' },
    say: [['session-expires', `${seconds};refresher=${who}`], ['require', 'timer'], ['supported', 'timer']],
  };
};

export const termsOfAnswer = (response: SipResponse): SessionTerms => {
  const said = header(response, 'session-expires');
  const seconds = readSeconds(said);
  return seconds === undefined ? NOBODY : { seconds: Math.max(seconds, SHORTEST_SESSION), weRefresh: refresher(said) !== 'uas' };
};

export const askForSession = (seconds: number): Headers => [
  ['supported', 'timer'],
  ['session-expires', String(seconds)],
  ['min-se', String(SHORTEST_SESSION)],
];

export const openSessionTimer = (clock: Clock, refresh: () => void, expired: () => void) => {
  let stop = () => {};
  return {
    /** Counts anew from now. */
    start: ({ seconds, weRefresh }: SessionTerms) => {
      stop();
      if (seconds === undefined) return;
      // Who waits gives up a little early, so that both ends agree that it is over (RFC 4028, 10).
      const margin = Math.min(32, seconds / 3);
      stop = clock.after((weRefresh ? seconds / 2 : seconds - margin) * 1000, weRefresh ? refresh : expired);
    },
    stop: () => stop(),
  };
};
