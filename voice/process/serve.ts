import type { Engine } from '../built-in/engine.ts';
import type { Machine } from '../provider/machine.ts';
import type { FromProcess, Pulse, ToProcess } from './words.ts';

const HEARD_MS = 2000;
const PULSE_MS = 1000;

type Means = { send: (word: FromProcess) => void; machine: Machine; pulse: () => Pulse; stop: () => void; complain: (error: unknown) => void };

/** The media process as its parent knows it: asks in, answers, events and a pulse out. Answers who takes a word. */
export const serveParent = ({ provider, door }: Pick<Engine, 'provider' | 'door'>, { send, machine, pulse, stop, complain }: Means) => {
  const heard = new Map<string, () => void>();
  const parts = { provider, door } as unknown as Record<string, Record<string, (...said: unknown[]) => Promise<unknown>>>;

  provider.onEvent((event) => new Promise((done, fail) => {
    const callOff = machine.after(HEARD_MS, () => {
      heard.delete(event.id);
      fail(new Error('Not heard'));
    });
    heard.set(event.id, () => {
      callOff();
      heard.delete(event.id);
      done();
    });
    send({ event });
  }));

  const beat = () => {
    send({ pulse: pulse() });
    machine.after(PULSE_MS, beat);
  };
  beat();
  send({ ready: true });

  return (word: ToProcess) => {
    if ('stop' in word) return stop();
    if ('heard' in word) return heard.get(word.heard)?.();
    void Promise.resolve()
      .then(() => parts[word.of]![word.name]!(...word.with))
      .then((said) => send({ answer: word.ask, said }), (error: unknown) => {
        complain(error);
        send({ answer: word.ask });
      });
  };
};
