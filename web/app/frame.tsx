import { Search, type LucideIcon } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { t } from '../platform/words.ts';
import { Icon } from '../ui/icon.tsx';
import { Button } from '../ui/button.tsx';
import './frame.css';

export type Place = {
  name: string;
  icon: LucideIcon;
  href: string;
  current?: boolean;
  count?: number;
  /** What the count counts, for ears: "7 waiting". */
  countSays?: string;
  /** Left out where the rail is short, as on a phone; the palette still goes there. */
  rare?: boolean;
};

export type FrameProps = {
  places: Place[];
  onGo?: (href: string) => void;
  /** The person's state and its clock, then the shift. */
  presence?: ReactNode;
  /** What waits and what is wrong: tags. */
  counters?: ReactNode;
  onSearch?: () => void;
  bell?: ReactNode;
  me?: ReactNode;
  /** Offline, outage: across the top of everything. */
  banner?: ReactNode;
  /** A `Panes`, or a `Page`. */
  children: ReactNode;
};

export const Frame = ({ places, onGo, presence, counters, onSearch, bell, me, banner, children }: FrameProps) => (
  <div className="frame">
    <nav className="frame-rail" aria-label={t('Desk')}>
      <span className="frame-mark" aria-hidden>
        fl
      </span>
      {places.map((place) => (
        <PlaceLink key={place.href} {...place} onGo={onGo} />
      ))}
    </nav>
    <header className="frame-top">
      <div className="frame-presence">{presence}</div>
      <div className="frame-counters">{counters}</div>
      {onSearch && (
        <Button kind="quiet" className="frame-search" icon={Search} keys="mod+k" onClick={onSearch}>
          <span>{t('Search')}</span>
        </Button>
      )}
      {bell}
      {me}
    </header>
    <div className="frame-rest">
      {banner}
      <div className="frame-main">{children}</div>
    </div>
  </div>
);

const PlaceLink = ({ name, icon, href, current, count, countSays, rare, onGo }: Place & Pick<FrameProps, 'onGo'>) => {
  const go = (event: MouseEvent) => {
    if (!onGo || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onGo(href);
  };

  return (
    <a className="frame-place" data-rare={rare || undefined} href={href} aria-current={current ? 'page' : undefined} aria-label={count ? `${name}, ${countSays ?? count}` : name} data-tip={name} data-tip-side="right" onClick={go}>
      <Icon of={icon} size={20} />
      {count ? <b className="frame-count num">{count > 99 ? '99+' : count}</b> : null}
    </a>
  );
};

/** A screen without panes: the floor, a report, settings. */
export const Page = ({ children }: { children: ReactNode }) => <main className="frame-page">{children}</main>;
