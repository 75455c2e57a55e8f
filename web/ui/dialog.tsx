import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
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

export const Dialog = ({ open, onClose, title, says, children, foot, size = 'small', beside }: DialogProps) => (
  <Base.Root open={open} modal={!beside} disablePointerDismissal={beside} onOpenChange={(next) => !next && onClose()}>
    <Base.Portal>
      {!beside && <Base.Backdrop className="dialog-veil" />}
      <Base.Popup className={`dialog dialog-${size} ${beside ? 'dialog-beside' : ''}`}>
        <Layer modal={!beside}>
          <header className="dialog-head">
            <Base.Title className="dialog-title">{title}</Base.Title>
            <Base.Close render={<IconButton icon={X} name={t('Close dialog')} keys="escape" />} />
          </header>
          {says && <Base.Description className="dialog-says">{says}</Base.Description>}
          {children && <div className="dialog-body">{children}</div>}
          {foot && <footer className="dialog-foot">{foot}</footer>}
        </Layer>
      </Base.Popup>
    </Base.Portal>
  </Base.Root>
);

const Layer = ({ modal, children }: { modal: boolean; children: ReactNode }) => (modal ? <KeyLayer>{children}</KeyLayer> : children);
