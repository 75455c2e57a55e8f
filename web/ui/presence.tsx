import type { ComponentProps } from 'react';
import { ChevronDown } from 'lucide-react';
import { Clock } from './clock.tsx';
import { Icon } from './icon.tsx';
import { Dot, type Tone } from './tag.tsx';
import './presence.css';

export type PresenceProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  /** Green available, amber busy, red unavailable, grey logged out, petrol wrap-up. */
  tone: Tone;
  /** The state in its word. */
  state: string;
  since?: string;
  offset?: number;
  warn?: number;
  stop?: number;
};

/** A person's state and how long it lasts. As the trigger of a `Menu` it is where the state changes. */
export const Presence = ({ tone, state, since, offset, warn, stop, className = '', ...rest }: PresenceProps) => (
  <button type="button" {...rest} className={`presence ${className}`}>
    <Dot tone={tone} />
    <span className="presence-state">{state}</span>
    {since && <Clock {...{ since, offset, warn, stop }} />}
    <Icon of={ChevronDown} size={14} />
  </button>
);
