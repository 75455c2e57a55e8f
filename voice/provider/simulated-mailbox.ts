import { v7 as uuid } from 'uuid';
import type { Book, BookedLeg } from './book.ts';
import type { Machine } from './machine.ts';
import type { TakeMessage, VoiceAnswer } from './provider.ts';
import type { MessageEnd } from './voice-event.ts';

const TONE_MS = 400;

/** Messages without sound: greeting, tone and so long a message as the script says. */
export const openMailbox = (machine: Machine, book: Book) => {
  const taking = new Map<string, { end: (because: MessageEnd) => void; isGreeting: () => boolean; skip: () => void }>();

  const take = ({ leg: caller, conference, state, role }: BookedLeg, { mostSeconds, silenceSeconds }: TakeMessage, saysForMs: number, greetingMs: number): VoiceAnswer<{ message: string }> => {
    if (state !== 'connected' || role !== 'customer' || taking.has(caller)) return { refused: 'wrong-state' };
    const message = uuid();
    let began: number | undefined;
    let callOff = () => {};

    const end = (because: MessageEnd) => {
      if (!taking.delete(caller)) return;
      callOff();
      const ms = began === undefined ? 0 : Math.min(machine.now() - began, mostSeconds * 1000);
      const spokenMs = Math.min(ms, saysForMs);
      book.announce(conference, { type: 'message.taken', message, caller, because, seconds: ms / 1000, spokenSeconds: spokenMs / 1000, files: spokenMs > 0 ? [`${message}.wav`] : [] });
    };
    const listen = () => {
      began = machine.now();
      const untilSilenceMs = saysForMs + silenceSeconds * 1000;
      const mostMs = mostSeconds * 1000;
      callOff = machine.after(Math.min(untilSilenceMs, mostMs), () => end(untilSilenceMs < mostMs ? 'silence' : 'limit'));
    };
    callOff = machine.after(greetingMs + TONE_MS, listen);
    taking.set(caller, {
      end,
      isGreeting: () => began === undefined,
      skip: () => {
        callOff();
        callOff = machine.after(TONE_MS, listen);
      },
    });
    return { message };
  };

  return {
    take,
    pressed: (leg: string, digit: string) => {
      const own = taking.get(leg);
      if (digit !== '#' || !own) return;
      if (own.isGreeting()) own.skip();
      else own.end('key');
    },
    leaves: (leg: string) => taking.get(leg)?.end('gone'),
  };
};
