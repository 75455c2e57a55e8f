import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { t } from '../platform/words.ts';
import { IconButton } from './icon-button.tsx';
import { KeyLayer } from './key-layer.tsx';
import './dialog.css';

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  says?: ReactNode;
  children?: ReactNode;
  /** The buttons, the primary one last. */
  foot?: ReactNode;
  size?: 'small' | 'wide';
  /** Modeless: the work behind stays in reach, as wrap-up needs. */
  beside?: boolean;
};

export const Dialog = ({ open, onClose, title, says, children, foot, size = 'small', beside }: DialogProps) => {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} modal={!beside} disablePointerDismissal={beside} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        {!beside && <Base.Backdrop className="dialog-veil" />}
        <Base.Popup ref={popup} initialFocus={() => firstUse(popup.current) ?? true} className={`dialog dialog-${size} ${beside ? 'dialog-beside' : ''}`}>
          <Layer modal={!beside}>
            <div className="dialog-head">
              <Base.Title className="dialog-title">{title}</Base.Title>
              <Base.Close render={<IconButton icon={X} name={t('Close dialog')} keys="escape" />} />
            </div>
            {says && <Base.Description className="dialog-says">{says}</Base.Description>}
            {children && <div className="dialog-body">{children}</div>}
            {foot && <div className="dialog-foot">{foot}</div>}
          </Layer>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
};

/** The hand lands where the work is, not on the button that closes. */
const firstUse = (popup: HTMLElement | null) =>
  popup?.querySelector<HTMLElement>('.dialog-body :is(input, textarea, select, button, a[href]):not(:disabled)') ?? popup?.querySelector<HTMLElement>('.dialog-foot .button:last-of-type');

const Layer = ({ modal, children }: { modal: boolean; children: ReactNode }) => (modal ? <KeyLayer>{children}</KeyLayer> : children);
