import { createEngine, type Engine } from '../built-in/engine.ts';
import { thisMachine } from '../built-in/machine.ts';
import { openPhoneLines } from '../built-in/phone-lines.ts';
import { startClock, thisMachine as mixerMachine } from '../mixer/clock.ts';
import { createMixer } from '../mixer/mixer.ts';
import { processClock } from '../sip/clock.ts';
import { openPortRange } from '../sip/port-range.ts';
import { openTrunk, type Trunk } from '../sip/trunk.ts';
import type { Complain } from './complain.ts';
import { prompts } from './prompts.ts';
import type { VoiceSettings } from './settings.ts';

export type VoiceProcess = Pick<Engine, 'provider' | 'door' | 'broke'> & {
  pulse: () => { legs: number; isLate: boolean };
  close: () => Promise<void>;
};

/** Puts mixer, clock, trunks and engine together. */
export const assemble = async (settings: VoiceSettings, complain: Complain): Promise<VoiceProcess> => {
  const isLate = () => false;
  const mixer = createMixer({
    report: (happening) => {
      if (happening.type === 'leg.digit') engine.pressed(happening.leg, happening.digit);
      if (happening.type === 'playback.ended') engine.playbackEnded(happening.playback, happening.cause === 'played');
    },
  });
  const trunks = new Map<string, Trunk>();
  const engine = createEngine({
    machine: thisMachine,
    mix: mixer,
    door: settings.door,
    recordings: { record: async () => ({ refused: 'not-offered' }), of: () => undefined },
    prompt: (name) => prompts[name]?.(),
    isOverloaded: isLate,
    mostLegs: settings.mostLegs,
    phone: openPhoneLines(async (to, from) => [...trunks.values()][0]?.call(to, from) ?? { refused: 'closed' }),
  });

  const ports = openPortRange('0.0.0.0', ...settings.phonePorts);
  for (const config of settings.trunks)
    trunks.set(config.name, await openTrunk(config, {
      clock: processClock, ports, isLate, onCall: engine.offered, onAlert: (alert) => complain(`Trunk ${config.name}: ${alert.type}`, alert),
    }));

  const clock = startClock(mixerMachine, (at) => {
    try {
      mixer.tick(at);
    } catch (error) {
      complain('A tick of the mixer broke', error);
    }
  });

  return {
    provider: engine.provider,
    door: engine.door,
    broke: engine.broke,
    pulse: () => ({ legs: mixer.conferences().reduce((sum, conference) => sum + conference.members().length, 0), isLate: isLate() }),
    close: async () => {
      engine.close();
      await Promise.all([...trunks.values()].map((trunk) => trunk.close()));
      clock.stop();
    },
  };
};
