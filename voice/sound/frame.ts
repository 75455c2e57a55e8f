/** Sound inside the process: mono, 48 000 samples a second, numbers from -1 to 1, cut into frames of 20 ms. */
export const RATE = 48_000;
export const FRAME_MS = 20;
export const FRAME = (RATE * FRAME_MS) / 1000;

/** The one frame of nothing; whoever hands it on can be known by it, so nobody writes into it. */
export const SILENCE: Float32Array = new Float32Array(FRAME);

export const toPcm16 = (sound: Float32Array): Int16Array => {
  const pcm = new Int16Array(sound.length);
  for (let i = 0; i < pcm.length; i += 1) pcm[i] = Math.max(-32_768, Math.min(32_767, Math.round(sound[i]! * 32_768)));
  return pcm;
};

export const fromPcm16 = (pcm: Int16Array): Float32Array => {
  const sound = new Float32Array(pcm.length);
  for (let i = 0; i < pcm.length; i += 1) sound[i] = pcm[i]! / 32_768;
  return sound;
};

/** Root mean square: how loud it is. */
export const loudness = (sound: Float32Array): number => {
  let sum = 0;
  for (let i = 0; i < sound.length; i += 1) sum += sound[i]! * sound[i]!;
  return sound.length === 0 ? 0 : Math.sqrt(sum / sound.length);
};
