/** Of all the numbers that look like this one once wrapped (sequence: 16 bits, timestamp: 32), the nearest to the last. */
export const unwrap = (last: number, wrapped: number, bits: 16 | 32): number => {
  const turn = 2 ** bits;
  const step = (((wrapped - last) % turn) + turn) % turn;
  return last + (step > turn / 2 ? step - turn : step);
};
