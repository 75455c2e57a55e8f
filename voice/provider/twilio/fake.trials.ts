import { randomBytes } from 'node:crypto';
import type { EndCause } from '../call.ts';
import type { Webhook, WebhookAnswer } from './webhooks.ts';
import { signatureOf } from './signature.ts';
import type { TwilioSettings } from './settings.ts';

const sid = (kind: string) => kind + randomBytes(16).toString('hex');

type Call = { sid: string; to: string; from: string; direction: string; status: string; conference?: string; label: string; muted: boolean; hold: boolean; coaching: boolean; callback?: string; action?: string };
type Conference = { sid: string; name: string; ended: boolean };

/** Answers as Twilio does, as far as its description and public pages say, and tells by signed webhooks. */
export const fakeTwilio = (settings: TwilioSettings) => {
  const calls = new Map<string, Call>();
  const conferences: Conference[] = [];
  const recordings: { sid: string; call: string; status: string }[] = [];
  const sent: Webhook[] = [];
  let deliver: (webhook: Webhook) => Promise<WebhookAnswer> = async () => ({ status: 204, type: '', body: '' });
  let sequence = 0;
  let made = 0;
  let losing = false;

  const tell = async (url: string, fields: Record<string, string>) => {
    const form = new URLSearchParams({ AccountSid: settings.accountSid, ApiVersion: '2010-04-01', ...fields });
    const { pathname, search } = new URL(url);
    const webhook = { url: pathname + search, body: form.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8', 'x-twilio-signature': signatureOf(settings.authToken, url, form) } };
    sent.push(webhook);
    return deliver(webhook);
  };
  const stamp = () => ({ Timestamp: new Date().toUTCString(), SequenceNumber: String((sequence += 1)) });
  const status = (call: Call, more: Record<string, string> = {}) =>
    call.callback ? tell(call.callback, { CallSid: call.sid, CallStatus: call.status, To: call.to, From: call.from, ...stamp(), ...more }) : undefined;
  const news = (conference: Conference, type: string, more: Record<string, string>) =>
    tell(`${settings.publicUrl}/conference`, { ConferenceSid: conference.sid, FriendlyName: conference.name, StatusCallbackEvent: type, ...stamp(), ...more });

  const named = (name: string) => {
    const there = conferences.find((one) => one.name === name && !one.ended);
    if (there) return there;
    const conference = { sid: sid('CF'), name, ended: false };
    conferences.push(conference);
    return conference;
  };
  const members = (conference: Conference) => [...calls.values()].filter((call) => call.conference === conference.sid);
  const closeIfEmpty = (conference: Conference) => { if (members(conference).length === 0) conference.ended = true; };
  const leave = async (call: Call, why: string) => {
    const conference = conferences.find((one) => one.sid === call.conference);
    call.conference = undefined;
    if (!conference) return;
    await news(conference, 'participant-leave', { CallSid: call.sid, ParticipantCallStatus: call.status, ReasonParticipantLeft: why });
    closeIfEmpty(conference);
  };
  const join = async (call: Call, conference: Conference) => {
    call.conference = conference.sid;
    call.hold = false;
    await news(conference, 'participant-join', { CallSid: call.sid, Muted: String(call.muted), Hold: 'false' });
  };
  const end = async (call: Call, how: string, sip?: number) => {
    if (!isLive(call)) return;
    call.status = how;
    await leave(call, 'participant_hung_up');
    await status(call, sip ? { SipResponseCode: String(sip) } : {});
    for (const recording of recordings) if (recording.call === call.sid && recording.status !== 'stopped') await stop(recording);
  };
  const isLive = (call: Call) => ['queued', 'ringing', 'in-progress'].includes(call.status);
  const stop = async (recording: (typeof recordings)[number]) => {
    recording.status = 'stopped';
    await tell(`${settings.publicUrl}/recording`, { RecordingSid: recording.sid, CallSid: recording.call, RecordingStatus: 'completed', RecordingDuration: '7', ...stamp() });
  };
  /** As far as the adapter writes it. */
  const follow = async (call: Call, xml: string) => {
    const gather = /<Gather[^>]* action="([^"]+)"/.exec(xml);
    const [, attributes = '', name = ''] = /<Conference([^>]*)>([^<]+)</.exec(xml) ?? [];
    call.action = gather?.[1]?.replaceAll('&amp;', '&');
    const reject = /<Reject reason="(\w+)"/.exec(xml);
    if (reject) return end(call, reject[1] === 'busy' ? 'busy' : 'no-answer');
    call.status = 'in-progress';
    await leave(call, 'participant_updated_via_api');
    if (gather || name === '') return undefined;
    call.label = /participantLabel="([^"]+)"/.exec(attributes)?.[1] ?? '';
    call.muted = attributes.includes('muted="true"');
    return join(call, named(name));
  };

  const participant = (call: Call) => ({
    call_sid: call.sid, conference_sid: call.conference, label: call.label, muted: call.muted, hold: call.hold, coaching: call.coaching,
    status: { queued: 'queued', ringing: 'ringing', 'in-progress': 'connected' }[call.status] ?? 'complete',
  });

  type Answer = [status: number, body: unknown];
  const answer = async (method: string, path: string, query: URLSearchParams, form: URLSearchParams): Promise<Answer> => {
    const [, first = '', one = '', second = '', two = ''] = path.replace(/\.json$/, '').split('/');
    const call = calls.get(first === 'Calls' ? one : two);
    if (method === 'GET' && path === '/Conferences.json') {
      const found = conferences.filter((conference) => !conference.ended && (query.get('FriendlyName') ?? conference.name) === conference.name
        && (members(conference).some((member) => member.status === 'in-progress') ? 'in-progress' : 'init') === query.get('Status'));
      return [200, { conferences: found.map((conference) => ({ sid: conference.sid, friendly_name: conference.name, status: query.get('Status') })), next_page_uri: null }];
    }
    if (first === 'Conferences' && second === 'Participants' && two === '') {
      if (method === 'GET') return [200, { participants: [...calls.values()].filter((member) => member.conference === one).map(participant), next_page_uri: null }];
      if (form.get('To') === '+4900000') return [400, { code: 21215, message: 'Geo permission' }];
      made += 1;
      const born: Call = {
        sid: sid('CA'), to: form.get('To')!, from: form.get('From')!, direction: 'outbound-api', status: 'queued', conference: named(decodeURIComponent(one)).sid,
        label: form.get('Label') ?? '', muted: form.get('Muted') === 'true', coaching: form.get('Coaching') === 'true', hold: false, callback: form.get('StatusCallback')!,
      };
      calls.set(born.sid, born);
      return [201, participant(born)];
    }
    if (first === 'Conferences' && second === 'Participants') {
      if (!call || call.conference !== one) return [404, { code: 20404 }];
      for (const [field, key] of [['Muted', 'muted'], ['Hold', 'hold'], ['Coaching', 'coaching']] as const) if (form.has(field)) call[key] = form.get(field) === 'true';
      if (form.has('AnnounceUrl')) queueMicrotask(() => void news(conferences.find(({ sid: id }) => id === one)!, 'announcement-end', { CallSid: call.sid, AnnounceUrl: form.get('AnnounceUrl')! }));
      return [200, participant(call)];
    }
    if (first === 'Conferences' && method === 'POST') {
      const conference = conferences.find((own) => own.sid === one && !own.ended);
      if (!conference) return [404, { code: 20404 }];
      if (form.has('AnnounceUrl')) queueMicrotask(() => void news(conference, 'announcement-end', { AnnounceUrl: form.get('AnnounceUrl')! }));
      return [200, { sid: one }];
    }
    if (first === 'Calls' && !call) return [404, { code: 20404 }];
    if (first === 'Calls' && second === 'Recordings') {
      if (method === 'GET') return [200, { recordings: recordings.filter((own) => own.call === one), next_page_uri: null }];
      const own = recordings.find((recording) => recording.sid === two);
      if (two !== '' && !own) return [404, { code: 20404 }];
      if (!own) recordings.push({ sid: sid('RE'), call: one, status: 'in-progress' });
      else if (form.get('Status') === 'stopped') queueMicrotask(() => void stop(own));
      else own.status = form.get('Status')!;
      return [own ? 200 : 201, own ?? recordings.at(-1)];
    }
    if (first === 'Calls' && call) {
      if (method === 'GET') return [200, call];
      if (!isLive(call)) return [400, { code: 21220, message: 'Call is not in-progress' }];
      if (form.has('Status')) queueMicrotask(() => void end(call, form.get('Status')!));
      else await follow(call, form.get('Twiml') ?? '');
      return [200, call];
    }
    return [404, { code: 20404 }];
  };

  const ask: typeof fetch = async (input, init = {}) => {
    const url = new URL(input as string);
    const expected = `Basic ${Buffer.from(`${settings.accountSid}:${settings.authToken}`).toString('base64')}`;
    if (new Headers(init.headers).get('authorization') !== expected) return Response.json({ code: 20003 }, { status: 401 });
    const path = url.pathname.replace(`/2010-04-01/Accounts/${settings.accountSid}`, '');
    const [code, body] = await answer(init.method ?? 'GET', path, url.searchParams, new URLSearchParams((init.body as string | undefined) ?? ''));
    if (losing && init.method === 'POST') {
      losing = false;
      throw new TypeError('fetch failed');
    }
    return Response.json(body, { status: code });
  };

  const ENDS: Record<string, [status: string, sip?: number]> = {
    busy: ['busy'], rejected: ['busy', 603], 'no-answer': ['no-answer'], failed: ['failed', 500], unreachable: ['failed', 404], canceled: ['canceled'],
  };
  const withCall = async (id: string, act: (call: Call) => Promise<unknown> | undefined) => {
    const call = calls.get(id);
    if (call) await act(call);
  };
  return {
    ask, sent,
    tellsTo: (take: typeof deliver) => { deliver = take; },
    dialled: () => made,
    isLive: (id: string) => isLive(calls.get(id)!),
    losesNextAnswer: () => { losing = true; },
    far: {
      rings: (id: string) => withCall(id, (call) => {
        call.status = 'ringing';
        return status(call);
      }),
      answers: (id: string) => withCall(id, async (call) => {
        call.status = 'in-progress';
        await status(call);
        await join(call, conferences.find((one) => one.sid === call.conference)!);
      }),
      ends: (id: string, cause: EndCause) => withCall(id, (call) => end(call, ...(ENDS[cause] ?? (['completed'] as [string])))),
      presses: (id: string, digits: string) => withCall(id, async (call) => {
        const isKey = digits.endsWith('#');
        const { body } = await tell(call.action!, { CallSid: id, Digits: digits.replace('#', ''), FinishedOnKey: isKey ? '#' : '', msg: 'Gather End' });
        await follow(call, body);
      }),
      calls: async (from: string, to: string) => {
        const call: Call = { sid: sid('CA'), to, from, direction: 'inbound', status: 'ringing', label: '', muted: false, hold: false, coaching: false, callback: `${settings.publicUrl}/status` };
        calls.set(call.sid, call);
        void tell(`${settings.publicUrl}/voice`, { CallSid: call.sid, From: from, To: to, CallStatus: 'ringing', Direction: 'inbound' }).then(({ body }) => follow(call, body));
      },
    },
  };
};
