import { createHash } from 'node:crypto';
import { inCall } from '../book.ts';
import { causeOf, conferenceOf } from './words.ts';
import type { TwilioCalls } from './calls.ts';
import { rejecting, twiml } from './twiml.ts';
import { isSigned } from './signature.ts';

/** What came to the desk's address. `url` is path and query as they were sent. */
export type Webhook = { url: string; headers: Record<string, string | string[] | undefined>; body: string };
export type WebhookAnswer = { status: number; type: string; body: string };

/** Twilio gives up after fifteen seconds. */
const RING_MS = 12_000;
const OLDEST_MS = 10 * 60_000;
const MOST_EARLY = 100;
const MOST_REMEMBERED = 10_000;

const said = (status: number, body = ''): WebhookAnswer => ({ status, type: 'text/plain', body });
const xml = (body: string): WebhookAnswer => ({ status: 200, type: 'text/xml', body });

/** Hears what Twilio tells. What is not signed by it, is old, or was heard before changes nothing. */
export const openWebhooks = (calls: TwilioCalls) => {
  const { settings, machine, book } = calls;
  const heard = new Set<string>();
  /** Calls that came in and wait for the desk's word. */
  const waiting = new Map<string, (twiml: string) => void>();
  /** News of calls whose making is not answered yet. */
  const early = new Map<string, { path: string; form: URLSearchParams }[]>();
  const base = new URL(settings.publicUrl);

  const offer = async (form: URLSearchParams): Promise<WebhookAnswer> => {
    const id = form.get('CallSid') ?? '';
    if (book.legs.has(id) || book.isOver(id)) return said(409, 'Heard before.');
    // A letter from before a restart must not ring again.
    const { body: call } = await calls.requests.get(`/Calls/${id}.json`);
    if (call.status !== 'ringing' && call.status !== 'queued') return said(409, 'That call does not ring.');
    const endpoint = { kind: 'phone', e164: form.get('From') ?? '' } as const;
    const leg = book.add({ leg: id, conference: id, role: 'customer', endpoint, direction: 'in', state: 'initiated' });
    book.tell(leg, { type: 'leg.offered', role: 'customer', endpoint, to: form.get('To') ?? '' });
    book.reach(leg, 'ringing');
    return new Promise((resolve) => {
      const tooLong = machine.after(RING_MS, () => {
        calls.letGo.set(id, 'no-answer');
        calls.end(leg, 'no-answer');
        answer(rejecting('busy'));
      });
      const answer = (what: string) => {
        tooLong();
        waiting.delete(id);
        resolve(xml(what));
      };
      waiting.set(id, answer);
    });
  };

  const callStatus = (form: URLSearchParams) => {
    const leg = book.legs.get(form.get('CallSid') ?? '');
    if (!leg) return;
    const status = form.get('CallStatus');
    const cause = causeOf(status, form.get('SipResponseCode'));
    if (cause) {
      waiting.get(leg.leg)?.(rejecting('rejected'));
      calls.end(leg, cause);
    } else if (leg.direction === 'out' && status === 'ringing') book.reach(leg, 'ringing');
    else if (leg.direction === 'out' && status === 'in-progress') book.reach(leg, 'connected');
  };

  const conferenceStatus = async (form: URLSearchParams) => {
    const conference = conferenceOf(form.get('FriendlyName'));
    if (conference === undefined) return;
    const leg = book.legs.get(form.get('CallSid') ?? '');
    const type = form.get('StatusCallbackEvent');
    if (type === 'announcement-end' || type === 'announcement-fail') {
      const playback = new URL(form.get('AnnounceUrl') ?? '', settings.publicUrl).searchParams.get('playback');
      if (playback && book.hasConference(conference)) book.announce(conference, { type: 'playback.ended', playback, whole: type === 'announcement-end' });
    }
    if (!leg || leg.conference !== conference) return;
    if (type === 'participant-join') {
      calls.sids.set(conference, form.get('ConferenceSid') ?? '');
      book.reach(leg, 'connected');
      await calls.holdAgain(leg);
    }
    // Why a call was never taken is told to `/status`, more exactly.
    const cause = type === 'participant-leave' && inCall(leg) ? causeOf(form.get('ParticipantCallStatus')) : undefined;
    if (cause) calls.end(leg, cause);
  };

  const recordingStatus = (form: URLSearchParams) => {
    const [conference, own] = [...calls.recordings].find(([, { recording }]) => recording === form.get('RecordingSid')) ?? [];
    const status = form.get('RecordingStatus');
    if (conference === undefined || !own || (status !== 'completed' && status !== 'absent')) return;
    calls.recordings.delete(conference);
    const { recording } = own;
    book.announce(conference, status === 'absent' ? { type: 'recording.failed', recording }
      : { type: 'recording.stopped', recording, seconds: Number(form.get('RecordingDuration') ?? 0), files: [recording] });
  };

  const gathered = (form: URLSearchParams, query: URLSearchParams): WebhookAnswer => {
    const leg = book.legs.get(form.get('CallSid') ?? '');
    if (!leg) return xml(twiml({ name: 'Hangup' }));
    const digits = form.get('Digits') ?? '';
    const isFull = digits.length >= Number(query.get('most') ?? 0);
    book.tell(leg, { type: 'leg.gathered', digits, because: isFull ? 'full' : form.get('FinishedOnKey') ? 'key' : 'timeout' });
    return xml(twiml(calls.place(leg)));
  };

  const keep = (path: string, form: URLSearchParams) => {
    const id = form.get('CallSid') ?? '';
    if (book.isOver(id)) return;
    early.set(id, [...(early.get(id) ?? []), { path, form }].slice(-MOST_EARLY));
    if (early.size > MOST_EARLY) early.delete(early.keys().next().value!);
  };

  const take = async (path: string, query: URLSearchParams, form: URLSearchParams): Promise<WebhookAnswer> => {
    if (path === '/voice') return offer(form);
    if (path === '/gathered') return gathered(form, query);
    const isKnown = book.legs.has(form.get('CallSid') ?? '') || !form.has('CallSid');
    if (!isKnown && (path === '/status' || path === '/conference')) keep(path, form);
    else if (path === '/status') callStatus(form);
    else if (path === '/conference') await conferenceStatus(form);
    else if (path === '/recording') recordingStatus(form);
    else return said(404);
    return said(204);
  };

  const webhook = async ({ url, headers, body }: Webhook): Promise<WebhookAnswer> => {
    const whole = base.origin + url;
    if (!url.startsWith(`${base.pathname}/`) || !URL.canParse(whole)) return said(404);
    const signature = String(headers['x-twilio-signature'] ?? '');
    const isForm = String(headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
    if (!isSigned(settings.authToken, whole, body, isForm, signature)) return said(403, 'Not signed by Twilio.');
    const form = isForm ? new URLSearchParams(body) : formOf(body);
    if (!form || form.get('AccountSid') !== settings.accountSid) return said(403, 'Not our account.');
    if (machine.wall() - Date.parse(form.get('Timestamp') ?? '') > OLDEST_MS) return said(403, 'Too old.');
    const known = createHash('sha256').update(`${url}\n${body}`).digest('hex');
    if (heard.has(known)) return said(409, 'Heard before.');
    heard.add(known);
    if (heard.size > MOST_REMEMBERED) heard.delete(heard.values().next().value!);
    const { pathname, searchParams } = new URL(whole);
    return take(pathname.slice(base.pathname.length), searchParams, form).catch((error: unknown) => {
      heard.delete(known);
      throw error;
    });
  };

  /** What was told of this leg before we knew its name. */
  const cameEarly = async ({ leg }: { leg: string }) => {
    const news = early.get(leg) ?? [];
    early.delete(leg);
    for (const { path, form } of news) await take(path, new URLSearchParams(), form);
  };

  return { webhook, waiting, cameEarly };
};

const formOf = (body: string): URLSearchParams | undefined => {
  try {
    return new URLSearchParams(JSON.parse(body) as Record<string, string>);
  } catch {
    return undefined;
  }
};
