/** What one direction of a call goes through. */
export type Path = {
  codec: 'opus' | 'pcmu' | 'pcma';
  /** From mouth to ear. */
  delayMs: number;
  /** Share of packets that were not there when their turn came, 0 to 1. */
  lost: number;
};

/**
 * How somebody would judge a call: 1 bad, 4.4 as good as a telephone gets. An estimate by the E-model, ITU-T G.107, with
 * all that is not measured here at its default; it knows delay, codec and loss, and nothing of echo or noise.
 */
export const estimatedOpinion = (path: Path): number => opinionOf(rating(path));

/** The E-model's R with its default values, less what delay and equipment take away. */
export const rating = ({ codec, delayMs, lost }: Path): number => 93.2 - delayImpairment(delayMs) - equipmentImpairment(codec, lost * 100);

/** G.107, 7.4 (Idd): nothing up to 100 ms, then more and more. */
const delayImpairment = (delayMs: number): number => {
  if (delayMs <= 100) return 0;
  const x = Math.log2(delayMs / 100);
  return 25 * ((1 + x ** 6) ** (1 / 6) - 3 * (1 + (x / 3) ** 6) ** (1 / 6) + 2);
};

/**
 * G.107, 7.5 (Ie,eff). G.711 with concealment: G.113, Appendix I. Opus has no published figures for the narrow-band model;
 * it is taken for as good as G.711 without loss.
 */
const EQUIPMENT = { pcmu: { Ie: 0, Bpl: 25.1 }, pcma: { Ie: 0, Bpl: 25.1 }, opus: { Ie: 0, Bpl: 25.1 } };

const equipmentImpairment = (codec: Path['codec'], lostPercent: number): number => {
  const { Ie, Bpl } = EQUIPMENT[codec];
  return Ie + (95 - Ie) * (lostPercent / (lostPercent + Bpl));
};

/** G.107, Annex B. */
const opinionOf = (R: number): number => {
  if (R <= 0) return 1;
  if (R >= 100) return 4.5;
  return Math.max(1, 1 + 0.035 * R + R * (R - 60) * (100 - R) * 7e-6);
};
