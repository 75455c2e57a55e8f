import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import './empty.css';

export type EmptyProps = { icon: LucideIcon; title: string; children?: ReactNode; action?: ReactNode };

/** Nothing here, said as the good or plain news it is. */
export const Empty = ({ icon, title, children, action }: EmptyProps) => (
  <div className="empty">
    <Icon of={icon} size={22} />
    <p className="empty-title">{title}</p>
    {children && <p className="empty-says">{children}</p>}
    {action}
  </div>
);
