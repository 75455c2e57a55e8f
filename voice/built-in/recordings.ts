import { mkdir, readFile, rm } from 'node:fs/promises';
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
  mark: (conference: string, mark: string, tell: (happened: ConferenceHappened) => void) => VoiceAnswer<{ recording: string }>;
  /** Something to keep what a caller leaves for later. */
  message: (conference: string, caller: string) => Promise<MessageTape>;
  of: (conference: string) => RecordingSnapshot | undefined;
  /** The call is over, and so is its recording. */
  finish: (conference: string) => void;
  /** Every recording that was begun is whole on the disk. */
  settled: () => Promise<unknown>;
};

export type MessageTape = {
  message: string;
  tape: Tape;
  /** Where it is kept; nowhere, when it is not to be kept. */
  stop: (keep: boolean) => Promise<{ files: string[] } | 'failed'>;
};

type Running = RecordingSnapshot & { recorder: Recorder; tell: (happened: ConferenceHappened) => void };

const CONFERENCE = 'conference ';
const MESSAGE = 'message of ';

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

  const settling = <Done>(work: Promise<Done>): Promise<Done> => {
    stopping.add(work);
    void work.finally(() => stopping.delete(work));
    return work;
  };

  const finish = (conference: string) => {
    const own = running.get(conference);
    if (!own) return;
    running.delete(conference);
    put(conference, undefined);
    void settling(own.recorder.stop().then((recorded) => own.tell(recordingStopped(own.recording, recorded))));
  };

  const message = async (conference: string, caller: string): Promise<MessageTape> => {
    const name = uuid();
    await mkdir(folder, { recursive: true });
    const recorder = await startRecorder(join(folder, `${name}.wav`));
    recorder.mark(CONFERENCE + conference);
    recorder.mark(MESSAGE + caller);
    const stop = async (keep: boolean) => {
      const { path, whole } = await recorder.stop();
      if (!keep) await Promise.all([rm(path, { force: true }), rm(join(folder, `${name}.wav${MARKS}`), { force: true })]);
      return whole ? { files: keep ? [basename(path)] : [] } : ('failed' as const);
    };
    return { message: name, tape: recorder, stop: (keep) => settling(stop(keep)) };
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
    mark: (conference, mark, tell) => {
      const own = running.get(conference);
      if (!own || own.state === 'failed') return { refused: 'wrong-state' };
      tell({ type: 'recording.marked', recording: own.recording, mark, atSeconds: own.recorder.mark(mark) / 1000 });
      return { recording: own.recording };
    },
    message,
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
    const [first = '', second = ''] = (await readFile(recorded.path + MARKS, 'utf8').catch(() => '')).split('\n');
    const conference = markedAs(CONFERENCE, first) ?? '';
    const name = basename(recorded.path, '.wav');
    const caller = markedAs(MESSAGE, second);
    if (caller === undefined) return { conference, happened: recordingStopped(name, recorded) };
    return { conference, happened: { type: 'message.taken' as const, message: name, caller, because: 'failed' as const, seconds: recorded.ms / 1000, files: [basename(recorded.path)] } };
  }));
};

/** A line that a crash cut off, or that the disk lost, says nothing. */
const markedAs = (what: string, line: string): string | undefined => {
  try {
    const { mark = '' } = JSON.parse(line) as { mark?: string };
    return mark.startsWith(what) ? mark.slice(what.length) : undefined;
  } catch {
    return undefined;
  }
};
