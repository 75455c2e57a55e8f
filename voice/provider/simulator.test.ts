import { expect, test } from 'vitest';
import { handClock } from '@firstline/testing/hand-clock.ts';
import { everyProvider } from '@firstline/testing/voice/provider-suite.ts';
import type { Machine } from './machine.ts';
import { createSimulator, type Script } from './simulator.ts';
import type { VoiceEvent } from './voice-event.ts';

const simulated = (script: (to: string) => Script | 'unreachable' = () => ({})) => {
  const clock = handClock();
  const machine: Machine = { now: clock.now, wall: () => Date.parse('2026-11-21T12:00:00Z') + clock.now(), after: clock.after };
  let dialled = 0;
  const simulator = createSimulator({
    machine, prompts: ['welcome'], mostLegs: 20,
    script: (to) => {
      dialled += 1;
      return script(to.kind === 'phone' ? to.e164 : to.kind);
    },
  });
  const events: VoiceEvent[] = [];
  return { ...simulator, clock, dialled: () => dialled, events, listen: () => simulator.provider.onEvent(async (event) => void events.push(event)) };
};

everyProvider('the simulator', async () => {
  const { provider, far, clock, dialled, forgetListeners } = simulated();
  return {
    provider, dialled, turn: clock.pass,
    far: {
      rings: async (leg) => far.rings(leg),
      answers: async (leg) => far.answers(leg),
      ends: async (leg, cause) => far.ends(leg, cause),
      presses: async (leg, digits) => far.presses(leg, digits),
      calls: async (from, to) => void far.calls({ kind: 'phone', e164: from }, to),
    },
    restarted: async () => {
      forgetListeners();
      return provider;
    },
    close: async () => {},
  };
}, { causes: ['normal', 'busy', 'no-answer', 'rejected', 'failed', 'unreachable', 'media-lost'] });

const WISH = { conference: 'call', to: { kind: 'phone', e164: '+491' }, from: '', role: 'customer', ringSeconds: 20, idempotencyKey: 'k' } as const;

/** What was told, with the second at which it was. */
const played = async (script: Script, steps: number[]) => {
  const { provider, clock, events, listen } = simulated(() => script);
  listen();
  await provider.originate(WISH);
  const said: string[] = [];
  for (const ms of [0, ...steps]) {
    clock.pass(ms);
    for (let i = 0; i < 20; i += 1) await Promise.resolve();
    said.push(events.splice(0).map(({ type, ...event }) => ('cause' in event ? `${type} ${event.cause}` : type)).join(', '));
  }
  return said;
};

test.each<[string, Script, number[], string[]]>([
  ['answers and hangs up', { ringsAfterMs: 500, afterRingingMs: 3000, hangsUpAfterMs: 60_000 }, [499, 1, 3000, 60_000],
    ['leg.initiated', '', 'leg.ringing', 'leg.connected', 'leg.ended normal, conference.ended']],
  ['is busy', { ringsAfterMs: 0, afterRingingMs: 1, act: 'busy' }, [0, 1], ['leg.initiated, leg.ringing', '', 'leg.ended busy, conference.ended']],
  ['does not answer', { ringsAfterMs: 1000 }, [1000, 19_999, 1], ['leg.initiated', 'leg.ringing', '', 'leg.ended no-answer, conference.ended']],
  ['would answer too late', { ringsAfterMs: 0, afterRingingMs: 20_001 }, [20_000], ['leg.initiated, leg.ringing', 'leg.ended no-answer, conference.ended']],
  ['loses its sound', { ringsAfterMs: 0, afterRingingMs: 0, losesSoundAfterMs: 5000 }, [5000], ['leg.initiated, leg.ringing, leg.connected', 'leg.ended media-lost, conference.ended']],
])('a simulated far end that %s keeps to the clock', async (_, script, steps, wanted) => {
  expect(await played(script, steps)).toEqual(wanted);
});

test('a simulated network has numbers without a way, and only so many legs', async () => {
  const { provider } = simulated((to) => (to === '+490' ? 'unreachable' : {}));
  expect(await provider.originate({ ...WISH, to: { kind: 'phone', e164: '+490' } })).toEqual({ refused: 'unreachable' });
  for (let i = 0; i < 20; i += 1) await provider.originate({ ...WISH, idempotencyKey: `k${i}` });
  expect(await provider.originate({ ...WISH, idempotencyKey: 'more' })).toEqual({ refused: 'full' });
});

test('keys that do not come end the input after a time', async () => {
  const { provider, far, clock, events, listen } = simulated();
  listen();
  const { leg } = await provider.originate(WISH) as { leg: string };
  far.answers(leg);
  await provider.gather(leg, { maxDigits: 4, timeoutMs: 5000 });
  clock.pass(4000);
  far.presses(leg, '7');
  clock.pass(5000);
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
  expect(events.at(-1)).toMatchObject({ type: 'leg.gathered', digits: '7', because: 'timeout' });
});
