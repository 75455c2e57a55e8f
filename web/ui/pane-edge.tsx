import { PanelLeftClose, PanelRightClose } from 'lucide-react';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { clampPane, LIMITS, type PaneName } from '../platform/panes.ts';
import { t } from '../platform/words.ts';
import { IconButton } from './icon-button.tsx';

type PaneEdgeProps = { pane: PaneName; label: string; width: number; onWidth: (width: number) => void; onFold: () => void };

/** The edge that is dragged, or moved by the arrows; a double click brings back the usual width. */
export const PaneEdge = ({ pane, label, width, onWidth, onFold }: PaneEdgeProps) => {
  const grown = useRef<{ x: number; width: number }>(undefined);
  const outward = pane === 'list' ? 1 : -1;
  const { least, most, usual } = LIMITS[pane];

  const hold = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grown.current = { x: event.clientX, width };
  };
  const drag = (event: PointerEvent) => {
    if (grown.current) onWidth(clampPane(pane, grown.current.width + outward * (event.clientX - grown.current.x)));
  };
  const step = (event: KeyboardEvent) => {
    const to = { ArrowRight: width + outward * 16, ArrowLeft: width - outward * 16, Home: least, End: most }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onWidth(clampPane(pane, to));
  };

  return (
    <div className={`panes-edge panes-edge-${pane}`}>
      <div
        className="panes-grip"
        role="separator"
        aria-orientation="vertical"
        aria-label={t('Width of {{pane}}', { pane: label })}
        aria-valuenow={width}
        aria-valuemin={least}
        aria-valuemax={most}
        tabIndex={0}
        onPointerDown={hold}
        onPointerMove={drag}
        onPointerUp={() => (grown.current = undefined)}
        onDoubleClick={() => onWidth(usual)}
        onKeyDown={step}
      />
      <IconButton icon={pane === 'list' ? PanelLeftClose : PanelRightClose} name={t('Fold: {{pane}}', { pane: label })} className="panes-fold" onClick={onFold} />
    </div>
  );
};
