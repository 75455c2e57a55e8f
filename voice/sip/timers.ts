/** RFC 3261, table 4, in milliseconds. */
export const T1 = 500;
export const T2 = 4000;
export const T4 = 5000;
/** 64 × T1: how long an answer is waited for, and how long late copies are known. */
export const LONGEST = 64 * T1;
