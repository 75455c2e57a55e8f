import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useRef, type ReactNode } from 'react';
import { t } from '../platform/words.ts';
import { running, secondsUntil } from '../platform/time.ts';
import { KeyLayer } from './key-layer.tsx';
import { useNow } from './now.ts';
import './dialog.css';
import './ask-dialog.css';

export type AskDialogProps = {
  open: boolean;
  title: string;
  children: ReactNode;
  /** When the desk answers for itself, by the server's clock: the bar and the words count down to it. */
  until?: string;
  /** How long the question stands in all, for the length of the bar. */
  seconds?: number;
  offset?: number;
  /** The answers, the safe one last; it is where the hand lands. */
  answers: ReactNode;
};

/** A question that must be answered. Escape and a click beside it are no answers. */
export const AskDialog = ({ open, title, children, until, seconds = 30, offset, answers }: AskDialogProps) => {
  const foot = useRef<HTMLDivElement>(null);
  return (
    <AlertDialog.Root open={open}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-veil" />
        <AlertDialog.Popup className="dialog ask-dialog" initialFocus={() => foot.current?.querySelector<HTMLElement>('button:last-of-type') ?? true}>
          <KeyLayer>
            <AlertDialog.Title className="dialog-title">{title}</AlertDialog.Title>
            <AlertDialog.Description render={<div />} className="ask-dialog-says">{children}</AlertDialog.Description>
            <Countdown until={until} seconds={seconds} offset={offset}>
              <div className="ask-dialog-foot" ref={foot}>
                {answers}
              </div>
            </Countdown>
          </KeyLayer>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
};

const Countdown = ({ until, seconds, offset, children }: { until?: string; seconds: number; offset?: number; children: ReactNode }) => {
  const left = Math.max(0, secondsUntil(until ?? '', useNow(offset)));
  if (!until) return children;
  return (
    <>
      <div className="ask-dialog-bar" data-late={left <= 10 || undefined} aria-hidden>
        <i style={{ transform: `scaleX(${Math.min(1, left / seconds)})` }} />
      </div>
      <div className="ask-dialog-end">
        <span className="ask-dialog-left num" role="timer">
          {t('{{time}} left', { time: running(left) })}
        </span>
        {children}
      </div>
    </>
  );
};
