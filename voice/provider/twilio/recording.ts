import type { VoiceAnswer } from '../provider.ts';
import type { TwilioCalls } from './calls.ts';
import { refusalOf } from './words.ts';

const WISHED = { pause: 'paused', resume: 'in-progress', stop: 'stopped' } as const;

/**
 * A running conference cannot be recorded by request, but a call in it can: the customer's, what they say on one side and
 * what they hear on the other.
 */
export const recording = async (calls: TwilioCalls, conference: string, action: 'start' | keyof typeof WISHED): Promise<VoiceAnswer<{ recording: string }>> => {
  const { book, requests, recordings, settings } = calls;
  if (!book.hasConference(conference)) return { refused: 'unknown-conference' };
  const own = recordings.get(conference);
  if (action === 'start') {
    if (own) return { recording: own.recording };
    const legs = book.inConference(conference).filter(({ state }) => state === 'connected' || state === 'held');
    const call = (legs.find(({ role }) => role === 'customer') ?? legs[0])?.leg;
    if (call === undefined) return { refused: 'wrong-state' };
    const answer = await requests.make(`/Calls/${call}/Recordings.json`, {
      RecordingChannels: 'dual', RecordingStatusCallback: `${settings.publicUrl}/recording`, RecordingStatusCallbackEvent: ['completed', 'absent'],
    }, async () => (await requests.list(`/Calls/${call}/Recordings.json`, 'recordings'))?.find(({ status }) => status === 'in-progress'));
    const refused = refusalOf(answer);
    if (refused) return { refused };
    const sid = String(answer.body.sid);
    recordings.set(conference, { recording: sid, call, state: 'running' });
    book.announce(conference, { type: 'recording.started', recording: sid });
    return { recording: sid };
  }
  if (!own) return { refused: 'wrong-state' };
  const refused = refusalOf(await requests.set(`/Calls/${own.call}/Recordings/${own.recording}.json`, {
    Status: WISHED[action], ...(action === 'pause' && { PauseBehavior: 'silence' }),
  }));
  if (refused) return { refused };
  if (action !== 'stop' && (own.state === 'paused') !== (action === 'pause')) {
    own.state = action === 'pause' ? 'paused' : 'running';
    book.announce(conference, { type: `recording.${own.state === 'paused' ? 'paused' : 'resumed'}`, recording: own.recording });
  }
  return { recording: own.recording };
};
