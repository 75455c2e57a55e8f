import type { FarReport } from '@firstline/voice/media-transport.ts';
import type { Member } from '../mixer/member.ts';
import type { EarMeasures } from '../sound/ear.ts';
import { estimatedOpinion } from './e-model.ts';

/** How good a leg sounds, as plain figures: towards us and, when its reports say so, away from us. */
export type LegQuality = {
  leg: string;
  in: EarMeasures & { opinion: number };
  out?: FarReport & { opinion: number };
};

/** Of what cannot be measured (the far side's microphone, speaker and buffer) this much is assumed. */
const FAR_DEVICE_MS = 60;
/** Half a tick of waiting, and the limiter. */
const MIXER_MS = 12.5;
const FAR_BUFFER_MS = 40;

export const qualityOf = ({ leg, codec, ear, far }: Pick<Member, 'leg' | 'codec' | 'ear' | 'far'>): LegQuality => {
  const heard = ear.measures();
  const wayMs = (far?.roundTripMs ?? 0) / 2;
  const opinion = (lost: number, bufferMs: number) =>
    estimatedOpinion({ codec: codec.name, lost, delayMs: wayMs + bufferMs + MIXER_MS + FAR_DEVICE_MS });
  return {
    leg,
    in: { ...heard, opinion: opinion(heard.missing, heard.bufferMs) },
    ...(far ? { out: { ...far, opinion: opinion(far.lost, FAR_BUFFER_MS + far.jitterMs) } } : {}),
  };
};
