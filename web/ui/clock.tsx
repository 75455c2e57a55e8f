import { running, secondsSince, secondsUntil } from '../platform/time.ts';
import { useNow } from './now.ts';
import './clock.css';

export type ClockProps = {
  /** Counts up from here, by the server's clock. */
  since?: string;
  /** Or down to here, and on below zero. */
  until?: string;
  /** Seconds passed, or left, from which it turns amber, then red: before it is too late. */
  warn?: number;
  stop?: number;
  /** The server's clock minus this one, in milliseconds; the desk's own where none is given. */
  offset?: number;
};

/** Digits of one width, in a box that fits an hour's worth, so that nothing beside it moves. */
export const Clock = ({ since, until, warn, stop, offset }: ClockProps) => {
  const now = useNow(offset);
  const seconds = until ? secondsUntil(until, now) : since ? Math.max(0, secondsSince(since, now)) : 0;
  const past = (limit: number | undefined) => limit !== undefined && (until ? seconds <= limit : seconds >= limit);
  const band = past(stop) ? 'stop' : past(warn) ? 'warn' : undefined;

  return (
    <time className="clock" data-band={band} dateTime={`PT${Math.abs(seconds)}S`} role="timer">
      {running(seconds)}
    </time>
  );
};
