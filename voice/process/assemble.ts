import { createEngine, type Engine } from '../built-in/engine.ts';
import { thisMachine } from '../provider/machine.ts';
import { openPhoneLines } from '../built-in/phone-lines.ts';
import { mendedRecordings, openRecordings } from '../built-in/recordings.ts';
import { startClock, thisMachine as mixerMachine } from '../mixer/clock.ts';
import { createMixer } from '../mixer/mixer.ts';
import { createLateness } from '../quality/lateness.ts';
import { qualityIn } from '../quality/leg-quality.ts';
import { createRefusing } from '../quality/refusing.ts';
import { processClock } from '../sip/clock.ts';
import { openPortRange } from '../sip/port-range.ts';
import { openTrunk, type Trunk } from '../sip/trunk.ts';
import type { Complain } from './complain.ts';
import { pulseOf } from './pulse.ts';
import type { Pulse } from './words.ts';
import type { VoiceSettings } from './settings.ts';

export type VoiceProcess = Pick<Engine, 'provider' | 'door' | 'broke'> & {
  pulse: () => Pulse;
  close: () => Promise<void>;
};

/** Puts mixer, clock, trunks and engine together. */
export const assemble = async (settings: VoiceSettings, complain: Complain): Promise<VoiceProcess> => {
  const { refuseAboveMs } = settings;
  const lateness = createLateness(refuseAboveMs || undefined);
  const { shouldRefuse } = createRefusing();
  let late = false;
  const isLate = () => late;
  const mixer = createMixer({ report: (happening) => engine.happened(happening), music: settings.music });
  const recordings = openRecordings(settings.recordings, mixer.record);
  const trunks = new Map<string, Trunk>();
  const engine = createEngine({
    machine: thisMachine,
    mix: { ...mixer, quality: qualityIn(mixer) },
    door: settings.door,
    recordings,
    prompt: (name) => settings.prompts.get(name),
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
  }, lateness.note);
  const watch = setInterval(() => { late = refuseAboveMs > 0 && shouldRefuse(lateness.measures()); }, 1000);
  for (const mended of await mendedRecordings(settings.recordings)) engine.mended(mended);

  return {
    provider: engine.provider,
    door: engine.door,
    broke: engine.broke,
    pulse: () => pulseOf(mixer, lateness.measures(), late),
    close: async () => {
      engine.close();
      clearInterval(watch);
      await Promise.all([...trunks.values()].map((trunk) => trunk.close()));
      await recordings.settled();
      clock.stop();
    },
  };
};
