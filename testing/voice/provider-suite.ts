import { afterEach, describe, expect, test, vi } from 'vitest';
import type { VoiceEvent } from '@firstline/voice/provider/voice-event.ts';
import { listeningDesk, type ListeningDesk, type Offers } from './listening-desk.ts';
import { must, type Surroundings } from './surroundings.ts';
import { whatIsHeardAndKept } from './what-is-heard.ts';

/** The same calls and the same events, whoever carries them. */
export const everyProvider = (name: string, open: () => Promise<Surroundings>, offers: Offers) => {
  describe(`Calls carried by ${name}`, () => {
    let close: (() => Promise<void>) | undefined;
    afterEach(async () => {
      await close?.();
      close = undefined;
    });

    const desk = async (): Promise<ListeningDesk> => {
      const around = await open();
      close = around.close;
      return listeningDesk(around);
    };

    test('R-106 ring, are answered and end, each told once and in order', async () => {
      const { provider, far, hears, talking, events } = await desk();
      const leg = await talking('call');
      expect(await provider.snapshot()).toMatchObject([{ conference: 'call', legs: [{ leg, state: 'connected', role: 'destination', direction: 'out', muted: false }] }]);
      await far.ends(leg, 'normal');
      await hears(['leg.initiated', 'leg.ringing', 'leg.connected', 'leg.ended normal', 'conference.ended']);
      const own = events.filter((event) => 'leg' in event).map(({ sequence }) => sequence);
      expect(own).toEqual([...own].sort((a, b) => a - b));
      expect(new Set(own).size).toBe(own.length);
      expect(await provider.snapshot()).toEqual([]);
      expect(await provider.hangup(leg)).toEqual({ refused: 'ended' });
    });

    test.each(offers.causes)('end with the cause %s', async (cause) => {
      const { provider, far, wish, hears, talking } = await desk();
      if (cause === 'normal' || cause === 'media-lost') {
        const leg = await talking('call');
        await far.ends(leg, cause);
        return hears(['leg.initiated', 'leg.ringing', 'leg.connected', `leg.ended ${cause}`], leg);
      }
      const { leg } = must(await provider.originate(wish('call')));
      await far.rings(leg);
      await far.ends(leg, cause);
      await hears(['leg.initiated', 'leg.ringing', `leg.ended ${cause}`], leg);
    });

    test('end as the desk says: canceled before the answer, with its own cause after', async () => {
      const { provider, far, wish, hears, talking } = await desk();
      const { leg } = must(await provider.originate(wish('call')));
      await far.rings(leg);
      expect(await provider.hangup(leg)).toEqual({});
      await hears(['leg.initiated', 'leg.ringing', 'leg.ended canceled'], leg);
      const other = await talking('other');
      expect(await provider.hangup(other, 'transferred')).toEqual({});
      await hears(['leg.initiated', 'leg.ringing', 'leg.connected', 'leg.ended transferred'], other);
    });

    test('are dialled once for one key, and a key fits no other wish', async () => {
      const { provider, wish, dialled } = await desk();
      const asked = wish('call');
      const [first, second] = await Promise.all([provider.originate(asked), provider.originate({ ...asked })]);
      expect(second).toEqual(first);
      expect(must(first).leg).not.toBe('');
      expect(dialled()).toBe(1);
      expect(await provider.originate({ ...asked, conference: 'other' })).toEqual({ refused: 'key-reused' });
    });

    test('come in, and are answered or turned away', async () => {
      const { provider, far, events, hearsOf, hears } = await desk();
      await far.calls('+4930123', '+49409');
      await hearsOf('leg.offered');
      const first = events[0] as Extract<VoiceEvent, { type: 'leg.offered' }>;
      expect(first).toMatchObject({ endpoint: { kind: 'phone', e164: '+4930123' }, to: '+49409', role: 'customer' });
      expect(await provider.answer(first.leg)).toEqual({});
      await hears(['leg.offered', 'leg.ringing', 'leg.connected'], first.leg);
      expect(await provider.answer(first.leg)).toEqual({ refused: 'wrong-state' });
      await far.calls('+4930124', '+49409');
      await vi.waitFor(() => expect(events.filter(({ type }) => type === 'leg.offered')).toHaveLength(2));
      const second = events.findLast(({ type }) => type === 'leg.offered') as typeof first;
      expect(await provider.reject(second.leg, 'busy')).toEqual({});
      await hears(['leg.offered', 'leg.ringing', 'leg.ended busy'], second.leg);
    });

    test('R-106 are held, retrieved, muted and heard again, and the snapshot says so', async () => {
      const { provider, hears, talking } = await desk();
      const leg = await talking('call', 'customer');
      const first = ['leg.initiated', 'leg.ringing', 'leg.connected'];
      expect(await provider.hold(leg, true, 'music')).toEqual({});
      await hears([...first, 'leg.held'], leg);
      expect((await provider.snapshot())[0]!.legs).toMatchObject([{ leg, state: 'held' }]);
      expect(await provider.hold(leg, false)).toEqual({});
      await hears([...first, 'leg.held', 'leg.retrieved'], leg);
      expect(await provider.mute(leg, true)).toEqual({});
      await hears([...first, 'leg.held', 'leg.retrieved', 'leg.muted on'], leg);
      expect((await provider.snapshot())[0]!.legs).toMatchObject([{ leg, state: 'connected', muted: true }]);
      expect(await provider.mute(leg, false)).toEqual({});
      await hears([...first, 'leg.held', 'leg.retrieved', 'leg.muted on', 'leg.muted off'], leg);
    });

    test('R-109 move for a consult and merge, and the held customer stays', async () => {
      const { provider, hears, hearsOf, talking } = await desk();
      const customer = await talking('call', 'customer');
      const agent = await talking('call');
      await provider.hold(customer, true);
      const destination = await talking('consult');
      expect(await provider.move(agent, 'consult')).toEqual({});
      await hears(['leg.initiated', 'leg.ringing', 'leg.connected', 'leg.moved'], agent);
      expect(await provider.move(destination, 'call')).toEqual({});
      await hears(['leg.initiated', 'leg.ringing', 'leg.connected', 'leg.moved'], destination);
      expect(await provider.move(agent, 'call')).toEqual({});
      await hearsOf('conference.merged');
      await hearsOf('conference.ended');
      expect(await provider.hold(customer, false)).toEqual({});
      await hearsOf('leg.retrieved');
      expect((await provider.snapshot()).map(({ conference, legs }) => [conference, legs.map(({ leg }) => leg).sort()]))
        .toEqual([['call', [customer, agent, destination].sort()]]);
    });

    test('are listened to by one supervisor, whatever the mode', async () => {
      const { provider, far, hearsOf, talking, hears } = await desk();
      const target = await talking('call');
      const wish = { conference: 'call', supervisor: { kind: 'phone', e164: '+49777' }, target, mode: 'monitor', idempotencyKey: 's' } as const;
      const first = must(await provider.supervise(wish));
      await far.rings(first.leg);
      await far.answers(first.leg);
      await vi.waitFor(async () => expect((await provider.snapshot())[0]!.legs.find(({ leg }) => leg === first.leg)?.state).toBe('connected'));
      await hearsOf('leg.supervises monitor');
      for (const mode of ['whisper', 'barge', 'monitor'] as const) {
        expect(await provider.supervise({ ...wish, mode, idempotencyKey: mode })).toEqual(first);
        await hearsOf(`leg.supervises ${mode}`);
        expect((await provider.snapshot())[0]!.legs.filter(({ supervises }) => supervises)).toMatchObject([{ role: 'supervisor', supervises: { target, mode } }]);
      }
      expect(await provider.supervise({ ...wish, conference: 'elsewhere' })).toEqual({ refused: 'unknown-leg' });
      await far.ends(first.leg, 'normal');
      await hearsOf('leg.ended normal');
      await hears(['leg.initiated', 'leg.ringing', 'leg.connected'], target);
    });

    test.each([
      ['enough keys', '123', 'full', '123'],
      ['the closing key', '1#', 'key', '1'],
    ])('take %s', async (_, keys, because, digits) => {
      const { provider, far, events, hearsOf, talking } = await desk();
      const leg = await talking('call');
      expect(await provider.gather(leg, { maxDigits: 3, timeoutMs: 5000, closingKey: '#' })).toEqual({});
      await far.presses(leg, keys);
      await hearsOf(`leg.gathered ${digits}`);
      expect(events.find(({ type }) => type === 'leg.gathered')).toMatchObject({ leg, because });
      expect(await provider.sendDigits(leg, '15#')).toEqual({});
    });

    whatIsHeardAndKept(desk, offers);

    test('say what this provider cannot do', async () => {
      const { provider } = await desk();
      expect([provider.can.messages, provider.can.marks]).toEqual([offers.messages !== false, offers.marks !== false]);
    });

    test('end all together', async () => {
      const { provider, far, wish, talking, hearsOf, told } = await desk();
      const legs = [await talking('call'), await talking('call')];
      const ringing = must(await provider.originate(wish('call'))).leg;
      await far.rings(ringing);
      expect(await provider.endConference('call')).toEqual({});
      await hearsOf('conference.ended');
      for (const leg of [...legs, ringing]) expect(told(leg).at(-1)).toMatch(/^leg\.ended (normal|canceled)$/);
      expect(await provider.snapshot()).toEqual([]);
      expect(await provider.endConference('nowhere')).toEqual({ refused: 'unknown-conference' });
    });

    test('refuse what cannot be done', async () => {
      const { provider, wish } = await desk();
      expect(await provider.hangup('nobody')).toEqual({ refused: 'unknown-leg' });
      const { leg } = must(await provider.originate(wish('call')));
      expect(await provider.hold(leg, true)).toEqual({ refused: 'wrong-state' });
      expect(await provider.mute(leg, true)).toEqual({ refused: 'wrong-state' });
      expect(await provider.sendDigits(leg, '1')).toEqual({ refused: 'wrong-state' });
      expect(await provider.gather(leg, { maxDigits: 1, timeoutMs: 1 })).toEqual({ refused: 'wrong-state' });
    });

    test('are told again until they were taken', async () => {
      const { provider, talking, turn } = await desk();
      const tries: string[] = [];
      provider.onEvent(async ({ id }) => {
        tries.push(id);
        if (tries.length < 2) throw new Error('not now');
      });
      await talking('call');
      await vi.waitFor(() => {
        turn?.(1000);
        expect(tries.length).toBeGreaterThanOrEqual(4);
      });
      expect(tries[1]).toBe(tries[0]);
      expect(new Set(tries).size).toBe(tries.length - 1);
    });

    /** Not every provider can be cut off from its calls: the built-in one ends with them. */
    describe.runIf(APART.has(name))('that go on without the desk', () => {
      test('are known after a restart as they are now', async () => {
        const { provider, far, wish, talking, restarted, hears } = await desk();
        const customer = await talking('call', 'customer');
        const agent = await talking('call', 'agent');
        const leaving = await talking('other');
        const ringing = must(await provider.originate(wish('call'))).leg;
        await far.rings(ringing);
        await hears(['leg.initiated', 'leg.ringing'], ringing);
        await provider.hold(customer, true);
        await provider.mute(agent, true);
        await hears(['leg.initiated', 'leg.ringing', 'leg.connected', 'leg.held'], customer);
        const before = await provider.snapshot();
        const again = await restarted!();
        await far.ends(leaving, 'normal');
        const after = await again.snapshot();
        expect(after.map(({ conference, legs }) => [conference, legs.map(plain).sort(byLeg)]))
          .toEqual(before.filter(({ conference }) => conference === 'call').map(({ conference, legs }) => [conference, legs.map(plain).sort(byLeg)]));
        const sequences = new Map(before.flatMap(({ legs }) => legs).map(({ leg, sequence }) => [leg, sequence]));
        for (const { leg, sequence } of after.flatMap(({ legs }) => legs)) expect(sequence).toBeGreaterThanOrEqual(sequences.get(leg)!);
        expect(await again.hold(customer, false)).toEqual({});
        await vi.waitFor(async () => expect((await again.snapshot())[0]!.legs.find(({ leg }) => leg === customer)?.state).toBe('connected'));
      });

      test('are not told twice when their news comes twice', async () => {
        const { provider, talking, tellsAgain, hears, told } = await desk();
        const leg = await talking('call');
        await provider.hold(leg, true);
        await hears(['leg.initiated', 'leg.ringing', 'leg.connected', 'leg.held'], leg);
        const before = told();
        await tellsAgain?.();
        expect(told()).toEqual(before);
        expect((await provider.snapshot())[0]!.legs).toMatchObject([{ leg, state: 'held' }]);
      });

      test('are dialled once also when the answer was lost', async () => {
        const { provider, wish, dialled, losesNextAnswer } = await desk();
        losesNextAnswer?.();
        expect(must(await provider.originate(wish('call'))).leg).not.toBe('');
        expect(dialled()).toBe(1);
      });
    });
  });
};

const APART = new Set(['the simulator', 'Twilio', 'Asterisk']);

const plain = ({ sequence: _sequence, ...leg }: { leg: string; sequence: number }) => leg;
const byLeg = (one: { leg: string }, other: { leg: string }) => (one.leg < other.leg ? -1 : 1);
