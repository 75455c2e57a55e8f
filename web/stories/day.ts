import { setClockOffset } from '../ui/now.ts';

/** The stories' morning: the server's clock stands at this moment when the page opens, and runs from there. */
const OPENS = Date.parse('2026-03-12T09:24:18Z');
setClockOffset(OPENS - Date.now());

/** So long before the page opened; a little more where no seconds are said, so that ages stand clear of their edges. */
export const before = (minutes: number, seconds = 0): string => new Date(OPENS - minutes * 60_000 - seconds * 1000 - (seconds ? 0 : 9000)).toISOString();
/** So long after it. */
export const after = (minutes: number, seconds = 0): string => new Date(OPENS + minutes * 60_000 + seconds * 1000).toISOString();
