import { expect, test, vi } from 'vitest';
import type { ListeningDesk, Offers } from './listening-desk.ts';
import { must } from './surroundings.ts';

/** Recordings, prompts and messages: what is said into a call, and what of it is kept. */
export const whatIsHeardAndKept = (desk: () => Promise<ListeningDesk>, offers: Offers) => {
  test.skipIf(offers.records === false)('R-105 are recorded, paused and stopped', async () => {
    const { provider, hearsOf, talking } = await desk();
    await talking('call', 'customer');
    expect(await provider.record('call', 'pause')).toEqual({ refused: 'wrong-state' });
    const { recording } = must(await provider.record('call', 'start'));
    for (const [action, event, state] of [['pause', 'paused', 'paused'], ['resume', 'resumed', 'running']] as const) {
      expect(await provider.record('call', action)).toEqual({ recording });
      await hearsOf(`recording.${event}`);
      expect((await provider.snapshot())[0]!.recording).toEqual({ recording, state });
    }
    expect(await provider.record('call', 'stop')).toEqual({ recording });
    await hearsOf('recording.stopped');
    expect(await provider.record('nowhere', 'start')).toEqual({ refused: 'unknown-conference' });
  });

  test.skipIf(offers.records === false)('R-105 are recorded once, though two ask for it at the same moment', async () => {
    const { provider, told, hearsOf, talking } = await desk();
    await talking('call', 'customer');
    const [one, other] = await Promise.all([provider.record('call', 'start'), provider.record('call', 'start')]);
    expect(other).toEqual(one);
    await provider.record('call', 'stop');
    await hearsOf('recording.stopped');
    expect(told().filter((what) => what === 'recording.started')).toHaveLength(1);
  });

  test.skipIf(offers.records === false || offers.marks === false)('keep the moments of a recording that were marked', async () => {
    const { provider, hearsOf, talking } = await desk();
    await talking('call', 'customer');
    expect(await provider.mark('call', 'card taken')).toEqual({ refused: 'wrong-state' });
    const { recording } = must(await provider.record('call', 'start'));
    expect(await provider.mark('call', 'card taken')).toEqual({ recording });
    await hearsOf('recording.marked card taken');
    expect(await provider.mark('nowhere', 'card taken')).toEqual({ refused: 'unknown-conference' });
  });

  test.skipIf(offers.plays === false)('hear a prompt, to its end', async () => {
    const { provider, events, talking, turn } = await desk();
    const leg = await talking('call');
    for (const target of [{ leg }, { conference: 'call' }]) {
      const { playback } = must(await provider.play(target, 'welcome'));
      turn?.(5000);
      await vi.waitFor(() => expect(events.some((event) => event.type === 'playback.ended' && event.playback === playback && event.whole)).toBe(true));
    }
    expect(await provider.play({ leg }, 'nothing')).toEqual({ refused: 'unknown-prompt' });
    expect(await provider.play({ conference: 'nowhere' }, 'welcome')).toEqual({ refused: 'unknown-conference' });
  });

  test.skipIf(offers.messages === false)('R-116 leave a message, which ends by silence, by a key and by hanging up, and is told once', async () => {
    const { provider, far, events, talking, turn, hearsOf } = await desk();
    const wish = { greeting: 'welcome', mostSeconds: 30, silenceSeconds: 3 };
    const caller = await talking('call', 'customer');
    const taken = async (message: string) => {
      await vi.waitFor(() => expect(events.filter((event) => event.type === 'message.taken' && event.message === message)).toHaveLength(1));
      return events.find((event) => event.type === 'message.taken' && event.message === message);
    };
    const first = must(await provider.takeMessage(caller, wish));
    expect(await provider.takeMessage(caller, wish)).toEqual({ refused: 'wrong-state' });
    turn?.(10_000);
    expect(await taken(first.message)).toMatchObject({ conference: 'call', caller, because: 'silence', seconds: 3, spokenSeconds: 0, files: [] });

    const second = must(await provider.takeMessage(caller, wish));
    await far.presses(caller, '#');
    turn?.(1000);
    await far.presses(caller, '#');
    expect(await taken(second.message)).toMatchObject({ because: 'key' });

    const third = must(await provider.takeMessage(caller, { ...wish, greeting: undefined }));
    turn?.(1000);
    await far.ends(caller, 'normal');
    expect(await taken(third.message)).toMatchObject({ because: 'gone' });
    await hearsOf('leg.ended normal');
    expect(await provider.takeMessage(caller, wish)).toEqual({ refused: 'ended' });
  });

  test.skipIf(offers.messages === false)('leave a message only to a mailbox that can take it', async () => {
    const { provider, talking, wish: asked } = await desk();
    const wish = { mostSeconds: 30, silenceSeconds: 3 };
    expect(await provider.takeMessage(await talking('call'), wish)).toEqual({ refused: 'wrong-state' });
    expect(await provider.takeMessage(must(await provider.originate(asked('call', 'customer'))).leg, wish)).toEqual({ refused: 'wrong-state' });
    expect(await provider.takeMessage(await talking('call', 'customer'), { ...wish, greeting: 'nothing' })).toEqual({ refused: 'unknown-prompt' });
  });
};
