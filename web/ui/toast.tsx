import { Toast } from '@base-ui/react/toast';
import { Undo2, X } from 'lucide-react';
import { t } from '../platform/words.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import './clamped.css';
import './toast.css';

const toasts = Toast.createToastManager();

export type ToastOptions = { undo?: () => void; /** The way to what it speaks of. */ open?: () => void; seconds?: number; tone?: 'plain' | 'stop' };

/** Says what has happened and offers the way back: `toast(t('Sent'), { undo, seconds: 15 })`. Answers how to take it away. */
export const toast = (sentence: string, { undo, open, seconds = 6, tone = 'plain' }: ToastOptions = {}): (() => void) => {
  const id = toasts.add({
    title: sentence,
    timeout: seconds * 1000,
    data: { tone, undo: undo && (() => (toasts.close(id), undo())), open: open && (() => (toasts.close(id), open())) },
  });
  return () => toasts.close(id);
};

export const ToastRegion = () => (
  <Toast.Provider toastManager={toasts} limit={2}>
    <Toast.Portal>
      <Toast.Viewport className="toasts">
        <List />
      </Toast.Viewport>
    </Toast.Portal>
  </Toast.Provider>
);

const List = () =>
  Toast.useToastManager<{ tone: string; undo?: () => void; open?: () => void }>().toasts.map((each) => (
    <Toast.Root key={each.id} toast={each} className={`toast toast-${each.data?.tone}`}>
      <Toast.Content className="toast-content">
        <Toast.Title className="toast-title clamped" render={<p />} />
        {each.data?.undo && (
          <Button kind="quiet" icon={Undo2} className="toast-undo" onClick={each.data.undo}>
            {t('Undo')}
          </Button>
        )}
        {each.data?.open && (
          <Button kind="quiet" className="toast-undo" onClick={each.data.open}>
            {t('Open')}
          </Button>
        )}
        {/* Each stands open and in reach: the library would keep it from ears until the pointer comes. */}
        <Toast.Close aria-hidden={false} render={<IconButton icon={X} name={t('Dismiss')} />} />
      </Toast.Content>
    </Toast.Root>
  ));
