import { v7 as uuid } from 'uuid';
import type { VoiceAnswer } from '../provider.ts';
import type { AsteriskCalls } from './calls.ts';
import { bridgeOf } from './words.ts';

const WISHED = { pause: ['POST', '/pause'], resume: ['DELETE', '/pause'], stop: ['POST', '/stop'] } as const;

/** The bridge of a conference is recorded whole. That a recording has stopped is told when Asterisk says so. */
export const recording = async ({ book, asked, recordings }: AsteriskCalls, conference: string, action: 'start' | keyof typeof WISHED): Promise<VoiceAnswer<{ recording: string }>> => {
  if (!book.hasConference(conference)) return { refused: 'unknown-conference' };
  const own = recordings.get(conference);
  if (action === 'start') {
    if (own) return { recording: own.recording };
    const name = uuid();
    const answer = await asked('POST', `/bridges/${bridgeOf(conference)}/record`, { name, format: 'wav', ifExists: 'fail' });
    if (answer.refused) return answer;
    recordings.set(conference, { recording: name, state: 'running' });
    book.announce(conference, { type: 'recording.started', recording: name });
    return { recording: name };
  }
  if (!own) return { refused: 'wrong-state' };
  const [method, path] = WISHED[action];
  const answer = await asked(method, `/recordings/live/${own.recording}${path}`);
  if (answer.refused) return answer;
  if (action !== 'stop' && (own.state === 'paused') !== (action === 'pause')) {
    own.state = action === 'pause' ? 'paused' : 'running';
    book.announce(conference, { type: action === 'pause' ? 'recording.paused' : 'recording.resumed', recording: own.recording });
  }
  return { recording: own.recording };
};
