import type { RecordingSnapshot } from '../provider/call.ts';
import type { VoiceAnswer } from '../provider/provider.ts';
import type { ConferenceHappened } from '../provider/voice-event.ts';

export type RecordingAction = 'start' | 'pause' | 'resume' | 'stop';

export type Recordings = {
  record: (conference: string, action: RecordingAction, tell: (happened: ConferenceHappened) => void) => Promise<VoiceAnswer<{ recording: string }>>;
  of: (conference: string) => RecordingSnapshot | undefined;
};
