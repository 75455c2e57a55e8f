import { fork } from 'node:child_process';
import { thisMachine, type Machine } from './provider/machine.ts';
import { knownLegs } from './process/known-legs.ts';
import type { FromProcess, Pulse, ToProcess } from './process/words.ts';
import { createOutbox } from './provider/outbox.ts';
import type { BrowserDoor } from './provider/browser-door.ts';
import type { TelephonyProvider } from './provider/provider.ts';

/** A running media process, as far as its parent needs it. */
export type VoiceChild = {
  send: (word: ToProcess) => void;
  onWord: (take: (word: FromProcess) => void) => void;
  onExit: (told: () => void) => void;
  kill: () => void;
  pid?: number;
};

export type SupervisedVoice = {
  provider: TelephonyProvider;
  door: BrowserDoor;
  /** `down`: nobody can call just now; it is being started again. */
  state: () => 'starting' | 'ready' | 'down';
  pulse: () => Pulse | undefined;
  stop: () => Promise<void>;
};

/** As long as a browser is waited for: calls bear a machine that stood still more easily than their end. */
const SILENT_MS = 10_000;
/** This process itself did not get to work for so long. */
const AWAY_MS = 500;
const STARTING_MS = 30_000;
const ANSWER_MS = 15_000;
const STOP_MS = 6000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
const STEADY_MS = 60_000;

/** Starts `voice/main` beside us, with the channel between us. */
export const forkVoice = (program: string, env: NodeJS.ProcessEnv, execArgv = process.execArgv) => (): VoiceChild => {
  const child = fork(program, { env, execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return {
    send: (word) => { if (child.connected) child.send(word, () => {}); },
    onWord: (take) => void child.on('message', (word) => take(word as FromProcess)),
    onExit: (told) => {
      child.once('exit', told);
      child.once('error', told);
    },
    kill: () => void child.kill('SIGKILL'),
    pid: child.pid,
  };
};

/**
 * Keeps the media process alive: starts it, hears its pulse, starts it again when it dies or falls silent.
 * Its calls die with it; that is told as the end of each leg, so that whoever listens needs no other way to learn it.
 */
export const superviseVoice = (start: () => VoiceChild, machine: Machine = thisMachine): SupervisedVoice => {
  const outbox = createOutbox(machine);
  const legs = knownLegs(machine);
  const asked = new Map<number, (said: unknown) => void>();
  let state: 'starting' | 'ready' | 'down' = 'starting';
  let child: VoiceChild | undefined;
  let pulse: Pulse | undefined;
  let number = 0;
  let pauseMs = FIRST_PAUSE_MS;
  let isStopping = false;
  let stopped = () => {};
  let callOff = () => {};

  const watch = (ms: number) => {
    callOff();
    const due = machine.now() + ms;
    callOff = machine.after(ms, () => {
      // Whoever was away themselves has words waiting that were said in time.
      if (machine.now() - due > AWAY_MS) watch(SILENT_MS);
      else child?.kill();
    });
  };
  const take = (from: VoiceChild, word: FromProcess) => {
    if (from !== child) return;
    watch(SILENT_MS);
    if ('ready' in word) state = 'ready';
    else if ('pulse' in word) pulse = word.pulse;
    else if ('event' in word) {
      legs.hear(word.event);
      outbox.tell(word.event);
      from.send({ heard: word.event.id });
    } else {
      asked.get(word.answer)?.(word.said);
      asked.delete(word.answer);
    }
  };
  const gone = (from: VoiceChild, since: number) => {
    if (from !== child) return;
    callOff();
    child = undefined;
    pulse = undefined;
    state = 'down';
    for (const answer of asked.values()) answer(undefined);
    asked.clear();
    for (const event of legs.allEnded()) outbox.tell(event);
    if (isStopping) return stopped();
    if (machine.now() - since > STEADY_MS) pauseMs = FIRST_PAUSE_MS;
    machine.after(pauseMs, begin);
    pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
  };
  const begin = () => {
    if (isStopping) return stopped();
    const born = start();
    const since = machine.now();
    state = 'starting';
    child = born;
    born.onWord((word) => take(born, word));
    born.onExit(() => gone(born, since));
    watch(STARTING_MS);
  };

  const ask = (of: 'provider' | 'door', name: string, unanswered: object) => (...said: unknown[]) =>
    new Promise<never>((done) => {
      if (!child || state !== 'ready') return done(unanswered as never);
      number += 1;
      const mine = number;
      const late = machine.after(ANSWER_MS, () => {
        asked.delete(mine);
        done(unanswered as never);
      });
      asked.set(mine, (answer) => {
        late();
        done((answer ?? unanswered) as never);
      });
      child.send({ ask: mine, of, name, with: said });
    });
  const wish = (name: string) => ask('provider', name, { refused: 'unavailable' });
  const knock = (name: string) => ask('door', name, { refused: 'failed' });

  begin();
  return {
    provider: {
      name: 'built-in',
      can: { monitor: true, whisper: true, barge: true, pauseRecording: true, dtmf: true, messages: true, marks: true, browsers: true },
      originate: wish('originate'), answer: wish('answer'), reject: wish('reject'), hangup: wish('hangup'), hold: wish('hold'),
      mute: wish('mute'), move: wish('move'), supervise: wish('supervise'), sendDigits: wish('sendDigits'), play: wish('play'),
      gather: wish('gather'), takeMessage: wish('takeMessage'), record: wish('record'), mark: wish('mark'), endConference: wish('endConference'),
      snapshot: () => ask('provider', 'snapshot', [])(),
      onEvent: outbox.listen,
    },
    door: { invite: knock('invite'), connect: knock('connect'), candidate: knock('candidate') },
    state: () => state,
    pulse: () => pulse,
    stop: () => new Promise((done) => {
      isStopping = true;
      stopped = done;
      if (!child) return done();
      child.send({ stop: true });
      watch(STOP_MS);
    }),
  };
};
