import type { LucideIcon } from 'lucide-react';
import { memo, type MouseEvent, type ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { RowPlace } from './virtual-list.tsx';
import './row.css';

export type RowProps = {
  icon: LucideIcon;
  /** The channel, in a word: "Email". */
  iconName: string;
  who: ReactNode;
  what?: ReactNode;
  /** An `Age`, or when it is due. */
  age?: ReactNode;
  tags?: ReactNode;
  mine?: boolean;
  /** Open on the screen now. */
  current?: boolean;
  unread?: boolean;
  /** It goes, because somebody claimed it: shown for a moment, and out of reach. */
  leaving?: boolean;
  href: string;
  onOpen?: () => void;
  /** What can be done with it right here: a small button beside the link, never inside it. */
  action?: ReactNode;
  /** From a `VirtualList`. */
  place?: RowPlace;
};

/** One task of a list. Stands in a `Rows`. */
export const Row = ({ mine, unread, leaving, action, place, ...link }: RowProps) => (
  <li
    className="row"
    data-mine={mine || undefined}
    data-unread={unread || undefined}
    data-leaving={leaving || undefined}
    data-acts={action ? '' : undefined}
    inert={leaving}
    ref={place?.ref}
    data-index={place?.index}
    aria-posinset={place && place.index + 1}
    aria-setsize={place?.of}
  >
    <RowLink {...link} />
    {action && <span className="row-action">{action}</span>}
  </li>
);

/** In a long list most rows only move: what they say is not drawn anew. */
const RowLink = memo(({ icon, iconName, who, what, age, tags, current, href, onOpen }: Omit<RowProps, 'mine' | 'unread' | 'leaving' | 'action' | 'place'>) => {
  const open = (event: MouseEvent) => {
    // A middle or modified click opens a tab of its own, as any link does.
    if (!onOpen || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen();
  };

  return (
    <a className="row-link" href={href} aria-current={current || undefined} onClick={open}>
      <Icon of={icon} name={iconName} />
      <span className="row-who">{who}</span>
      {age && <span className="row-age">{age}</span>}
      {what && <span className="row-what">{what}</span>}
      {tags && <span className="row-tags">{tags}</span>}
    </a>
  );
});
