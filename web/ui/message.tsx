import type { LucideIcon } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { clockTime } from '../platform/time.ts';
import { Icon } from './icon.tsx';
import { serverNow } from './now.ts';
import './clamped.css';
import './message.css';

export type MessageProps = {
  /** From the customer, from us, or a note that only we see. */
  kind: 'in' | 'out' | 'note';
  icon?: LucideIcon;
  iconName?: string;
  by: ReactNode;
  at: string;
  offset?: number;
  /** How far it got: "delivered", "saved", "did not arrive". */
  state?: ReactNode;
  /** Attachments, retry: under the text. */
  after?: ReactNode;
  children: ReactNode;
};

export const Message = ({ kind, icon, iconName, by, at, offset, state, after, children }: MessageProps) => {
  const id = useId();
  return (
    <article className={`message message-${kind}`} aria-labelledby={id}>
      <p className="message-by" id={id}>
        {icon && <Icon of={icon} name={iconName} size={14} />}
        <span className="message-who clamped">{by}</span>
        <time dateTime={at}>{clockTime(at, serverNow(offset))}</time>
        {state && <span>{typeof state === 'string' ? `· ${state}` : state}</span>}
      </p>
      <div className="message-body">{children}</div>
      {after && <div className="message-after">{after}</div>}
    </article>
  );
};

/** What happened, between the messages. */
export const Fact = ({ at, offset, children }: { at?: string; offset?: number; children: ReactNode }) => (
  <p className="message-fact">
    <span>
      {children}
      {at && (
        <>
          {' · '}
          <time dateTime={at}>{clockTime(at, serverNow(offset))}</time>
        </>
      )}
    </span>
  </p>
);
