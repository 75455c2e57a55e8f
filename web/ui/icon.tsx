import type { LucideIcon } from 'lucide-react';
import { memo } from 'react';
import './icon.css';

export type IconProps = { of: LucideIcon; name?: string; size?: number };

/** One stroke for every icon. Without a name it is decoration and stays silent. */
export const Icon = memo(({ of: Drawing, name, size = 16 }: IconProps) =>
  name ? (
    <Drawing className="icon" size={size} strokeWidth={1.7} role="img" aria-label={name} />
  ) : (
    <Drawing className="icon" size={size} strokeWidth={1.7} aria-hidden />
  ),
);
