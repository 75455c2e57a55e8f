import type { BookedLeg } from '../book.ts';
import type { ConferenceState } from '../call.ts';
import type { TwilioCalls } from './calls.ts';
import { causeOf, conferenceOf, endpointOf, readLabel } from './words.ts';

type Said = Record<string, unknown>;

/** Asks Twilio what is true now, tells what was missed, and takes over calls from before a restart. */
export const truth = async (calls: TwilioCalls): Promise<ConferenceState[]> => {
  const { book, requests } = calls;
  const must = async (path: string, name: string): Promise<Said[]> => {
    const found = await requests.list(path, name);
    if (!found) throw new Error('Twilio does not answer.');
    return found;
  };
  const seen = new Set<string>();
  for (const status of ['in-progress', 'init']) {
    for (const conference of await must(`/Conferences.json?Status=${status}&PageSize=1000`, 'conferences')) {
      const id = conferenceOf(conference.friendly_name);
      if (id === undefined) continue;
      calls.sids.set(id, String(conference.sid));
      for (const participant of await must(`/Conferences/${String(conference.sid)}/Participants.json?PageSize=1000`, 'participants')) {
        seen.add(String(participant.call_sid));
        await meet(calls, id, participant);
      }
    }
  }
  for (const leg of [...book.legs.values()].filter((one) => !seen.has(one.leg))) {
    const { status, body } = await requests.get(`/Calls/${leg.leg}.json`);
    const cause = status === 404 ? 'failed' : causeOf(body.status);
    if (cause) calls.end(leg, cause);
  }
  return book.snapshot().map((state) => {
    const own = calls.recordings.get(state.conference);
    return own ? { ...state, recording: { recording: own.recording, state: own.state } } : state;
  });
};

const meet = async (calls: TwilioCalls, conference: string, participant: Said) => {
  const { book } = calls;
  const id = String(participant.call_sid);
  if (book.isOver(id) || participant.status === 'complete' || participant.status === 'failed') return;
  const leg = book.legs.get(id) ?? (await takeOver(calls, id, conference, participant));
  if (!leg) return;
  if (participant.status === 'ringing') book.reach(leg, 'ringing');
  if (participant.status !== 'connected') return;
  book.reach(leg, 'connected');
  book.hold(leg, participant.hold === true);
  if (leg.role !== 'supervisor') book.mute(leg, participant.muted === true);
};

const takeOver = async (calls: TwilioCalls, id: string, conference: string, participant: Said): Promise<BookedLeg | undefined> => {
  const { status, body: call } = await calls.requests.get(`/Calls/${id}.json`);
  if (status !== 200) return undefined;
  const { role = 'customer', target } = readLabel(participant.label) ?? {};
  const isIn = call.direction === 'inbound';
  const mode = participant.coaching === true ? 'whisper' : participant.muted === true ? 'monitor' : 'barge';
  calls.labels.set(id, String(participant.label));
  if (role === 'customer') await takeOverRecording(calls, id, conference);
  return calls.book.takeOver({
    leg: id, conference, role,
    endpoint: endpointOf(String(isIn ? call.from : call.to), calls.settings.agentAddress),
    direction: isIn ? 'in' : 'out',
    state: participant.status === 'connected' ? (participant.hold === true ? 'held' : 'connected') : participant.status === 'ringing' ? 'ringing' : 'initiated',
    muted: role !== 'supervisor' && participant.muted === true,
    ...(role === 'supervisor' && target && { supervises: { target, mode } }),
  });
};

const takeOverRecording = async (calls: TwilioCalls, call: string, conference: string) => {
  const found = await calls.requests.list(`/Calls/${call}/Recordings.json`, 'recordings');
  const going = found?.find(({ status }) => status === 'in-progress' || status === 'paused');
  if (going) calls.recordings.set(conference, { recording: String(going.sid), call, state: going.status === 'paused' ? 'paused' : 'running' });
};
