import { mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { v7 as uuid } from 'uuid';
import type { RecordingSnapshot } from '../provider/call.ts';
import type { VoiceAnswer } from '../provider/provider.ts';
import type { ConferenceHappened } from '../provider/voice-event.ts';
import { mendRecordings } from '../recording/mend.ts';
import { MARKS, startRecorder, type Recorded, type Recorder } from '../recording/recorder.ts';
import type { Tape } from '../mixer/sides.ts';

export type RecordingAction = 'start' | 'pause' | 'resume' | 'stop';

export type Recordings = {
  record: (conference: string, action: RecordingAction, tell: (happened: ConferenceHappened) => void) => Promise<VoiceAnswer<{ recording: string }>>;
  of: (conference: string) => RecordingSnapshot | undefined;
  /** The call is over, and so is its recording. */
  finish: (conference: string) => void;
  /** Every recording that was begun is whole on the disk. */
  settled: () => Promise<unknown>;
};

type Running = RecordingSnapshot & { recorder: Recorder; tell: (happened: ConferenceHappened) => void };

const CONFERENCE = 'conference ';

/** Recordings of calls, one at a time for each, in a folder under names that say nothing of who spoke. */
export const openRecordings = (folder: string, put: (conference: string, tape: Tape | undefined) => void): Recordings => {
  const running = new Map<string, Running>();
  const stopping = new Set<Promise<unknown>>();

  const start = async (conference: string, tell: Running['tell']): Promise<VoiceAnswer<{ recording: string }>> => {
    if (running.has(conference)) return { recording: running.get(conference)!.recording };
    const recording = uuid();
    const failed = () => {
      const own = running.get(conference);
      if (own?.recording === recording) own.state = 'failed';
      tell({ type: 'recording.failed', recording });
    };
    await mkdir(folder, { recursive: true });
    const recorder = await startRecorder(join(folder, `${recording}.wav`), failed);
    recorder.mark(CONFERENCE + conference);
    running.set(conference, { recording, state: 'running', recorder, tell });
    put(conference, recorder);
    tell({ type: 'recording.started', recording });
    return { recording };
  };

  const finish = (conference: string) => {
    const own = running.get(conference);
    if (!own) return;
    running.delete(conference);
    put(conference, undefined);
    const stopped = own.recorder.stop().then((recorded) => own.tell(recordingStopped(own.recording, recorded)));
    stopping.add(stopped);
    void stopped.finally(() => stopping.delete(stopped));
  };

  return {
    record: async (conference, action, tell) => {
      if (action === 'start') return start(conference, tell).catch(() => ({ refused: 'unavailable' as const }));
      const own = running.get(conference);
      if (!own || own.state === 'failed') return { refused: 'wrong-state' };
      const { recording, recorder } = own;
      if (action === 'stop') finish(conference);
      else if ((own.state === 'paused') !== (action === 'pause')) {
        recorder[action]();
        own.state = action === 'pause' ? 'paused' : 'running';
        tell({ type: action === 'pause' ? 'recording.paused' : 'recording.resumed', recording });
      }
      return { recording };
    },
    of: (conference) => {
      const own = running.get(conference);
      return own && { recording: own.recording, state: own.state };
    },
    finish,
    settled: () => Promise.all(stopping),
  };
};

const recordingStopped = (recording: string, { path, ms }: Recorded): ConferenceHappened =>
  ({ type: 'recording.stopped', recording, seconds: ms / 1000, files: [basename(path)] });

/** What a crash left unfinished, made whole, with the calls they belong to. */
export const mendedRecordings = async (folder: string): Promise<{ conference: string; happened: ConferenceHappened }[]> => {
  await mkdir(folder, { recursive: true });
  const mended = await mendRecordings(folder);
  return Promise.all(mended.map(async (recorded) => {
    const [first = ''] = (await readFile(recorded.path + MARKS, 'utf8').catch(() => '')).split('\n');
    const conference = /"mark":"conference ([^"]+)"/.exec(first)?.[1] ?? '';
    return { conference, happened: recordingStopped(basename(recorded.path, '.wav'), recorded) };
  }));
};
