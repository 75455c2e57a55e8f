import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import './tag.css';

/** `ok` kept or available, `warn` soon or busy, `stop` broken or urgent, `accent` mine, `off` the rest. */
export type Tone = 'ok' | 'warn' | 'stop' | 'accent' | 'off';

export type TagProps = { tone?: Tone; dot?: boolean; icon?: LucideIcon; children: ReactNode };

export const Tag = ({ tone = 'off', dot, icon, children }: TagProps) => (
  <span className={`tag tag-${tone}`}>
    {dot && <Dot tone={tone} />}
    {icon && <Icon of={icon} size={12} />}
    {children}
  </span>
);

/** Colour alone says nothing: a dot always stands beside its word. */
export const Dot = ({ tone = 'off' }: { tone?: Tone }) => <span className={`dot dot-${tone}`} aria-hidden />;
