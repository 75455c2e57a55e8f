import { PanelLeftOpen, PanelRightOpen } from 'lucide-react';
import { useEffect, useRef, type CSSProperties, type ReactNode } from 'react';
import { PanesContext, useLayout, useRoom, type PaneName, type PaneScreen } from '../platform/panes.ts';
import { t } from '../platform/words.ts';
import { IconButton } from './icon-button.tsx';
import { PaneEdge } from './pane-edge.tsx';
import './panes.css';

export type PanesProps = {
  /** Under which the sizes are remembered. */
  name: string;
  list: ReactNode;
  listName: string;
  work: ReactNode;
  side?: ReactNode;
  sideName?: string;
  /** The pane in front when there is room for one; on a screen of middle width, `side` opens the drawer. */
  screen: PaneScreen;
  onScreen: (screen: PaneScreen) => void;
};

/** List, work, side: in this order for Tab as for the eye. */
export const Panes = ({ name, list, listName, work, side, sideName, screen, onScreen }: PanesProps) => {
  const [layout, change] = useLayout(name);
  const room = useRoom();
  const folded = (pane: PaneName) => room !== 'phone' && layout.folded.includes(pane) && !(pane === 'side' && room === 'drawer');
  const fold = (pane: PaneName, shut: boolean) =>
    change({ folded: [...layout.folded.filter((other) => other !== pane), ...(shut ? [pane] : [])] });
  const sideOpen = room === 'wide' ? !folded('side') : screen === 'side';
  const show = (to: PaneScreen) => {
    if (room === 'wide' && to === 'side') fold('side', false);
    else onScreen(to);
  };
  const edge = (pane: PaneName, label: string) => (
    <PaneEdge pane={pane} label={label} width={layout[pane]} onWidth={(width) => change({ [pane]: width })} onFold={() => fold(pane, true)} />
  );

  return (
    <PanesContext value={{ room, sideOpen, show }}>
      <div className="panes" data-screen={screen} data-room={room} data-side={side ? '' : undefined} style={{ '--list': `${layout.list}px`, '--side': `${layout.side}px` } as CSSProperties}>
        {folded('list') ? (
          <Folded pane="list" label={listName} onUnfold={() => fold('list', false)} />
        ) : (
          <div className="panes-list" role={room === 'phone' && screen === 'list' ? 'main' : 'complementary'} aria-label={listName}>
            {room === 'phone' && <h1 className="heard">{listName}</h1>}
            {list}
          </div>
        )}
        <main className="panes-work">
          {room !== 'phone' && !folded('list') && edge('list', listName)}
          {work}
          {side && room === 'wide' && sideOpen && edge('side', sideName ?? '')}
        </main>
        {side && folded('side') && <Folded pane="side" label={sideName ?? ''} onUnfold={() => fold('side', false)} />}
        {side && (room !== 'drawer' || sideOpen) && !folded('side') && (
          <Side label={sideName ?? ''} role={room === 'phone' && screen === 'side' ? 'main' : 'complementary'} drawer={room === 'drawer'} onLeave={() => onScreen('work')}>
            {side}
          </Side>
        )}
      </div>
    </PanesContext>
  );
};

const Folded = ({ pane, label, onUnfold }: { pane: PaneName; label: string; onUnfold: () => void }) => (
  <div className={`panes-folded panes-folded-${pane}`} role="complementary" aria-label={label}>
    <IconButton icon={pane === 'list' ? PanelLeftOpen : PanelRightOpen} name={t('Show: {{pane}}', { pane: label })} onClick={onUnfold} />
  </div>
);

/** As a drawer it takes the focus when it opens, gives it back when it goes, and Escape closes it. */
const Side = ({ label, role, drawer, onLeave, children }: { label: string; role: 'main' | 'complementary'; drawer: boolean; onLeave: () => void; children: ReactNode }) => {
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!drawer) return;
    const before = document.activeElement;
    pane.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [drawer]);

  return (
    <div className="panes-side" role={role} aria-label={label} ref={pane} tabIndex={-1} onKeyDown={({ key }) => drawer && key === 'Escape' && onLeave()}>
      {children}
    </div>
  );
};
