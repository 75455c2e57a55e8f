import type { Member } from '../mixer/member.ts';
import type { Mixer } from '../mixer/mixer.ts';
import type { LegQuality } from '../provider/call.ts';
import { estimatedOpinion } from './e-model.ts';

/** Of what cannot be measured (the far side's microphone, speaker and buffer) this much is assumed. */
const FAR_DEVICE_MS = 60;
/** Half a tick of waiting, and the limiter. */
const MIXER_MS = 12.5;
const FAR_BUFFER_MS = 40;

export const qualityOf = ({ codec, ear, far }: Pick<Member, 'codec' | 'ear' | 'far'>): LegQuality => {
  const { received, lost, missing, jitterMs, bufferMs, concealedMs } = ear.measures();
  const wayMs = (far?.roundTripMs ?? 0) / 2;
  const opinion = (lost: number, bufferMs: number) =>
    estimatedOpinion({ codec: codec.name, lost, delayMs: wayMs + bufferMs + MIXER_MS + FAR_DEVICE_MS });
  return {
    in: { received, lost, missing, jitterMs, bufferMs, concealedMs, opinion: opinion(missing, bufferMs) },
    ...(far ? { out: { ...far, opinion: opinion(far.lost, FAR_BUFFER_MS + far.jitterMs) } } : {}),
  };
};

/** Of a leg by its name; nothing before anything was heard of it. */
export const qualityIn = ({ member }: Pick<Mixer, 'member'>) => (leg: string): LegQuality | undefined => {
  const known = member(leg);
  const quality = known && qualityOf(known);
  return quality && quality.in.received > 0 ? quality : undefined;
};
