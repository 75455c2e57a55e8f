import { useId, type ReactNode } from 'react';
import type { Asked } from './asking.ts';
import { saidOnce } from './told.ts';
import { t } from './words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, type DialogProps } from '../ui/dialog.tsx';
import { WhyNot, type WhyNotProps } from './why-not.tsx';
import './form-dialog.css';

export type FormDialogProps = Pick<DialogProps, 'title' | 'says' | 'size' | 'children' | 'onClose'> &
  Omit<WhyNotProps, 'problem'> & {
    /** The word for doing it. */
    does: string;
    onDo: () => void;
    /** What came of it so far. `breaches` are what this screen says before the desk does. */
    asked?: Asked;
    /** Why it may not be done now, said by the button. */
    refused?: string;
    danger?: boolean;
    /** The word for leaving it. */
    cancel?: string;
    /** Another way on, before the last word. */
    more?: ReactNode;
  };

/** A few fields and what comes of them: done by the button or by Enter in a line, and said below when it was refused. */
export const FormDialog = ({ title, says, size, children, onClose, does, onDo, asked, refused, danger, cancel = t('Cancel'), more, breaches = [], ...why }: FormDialogProps) => {
  const form = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      says={says}
      size={size}
      foot={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          {more}
          <Button kind={danger ? 'danger' : 'primary'} type="submit" form={form} busy={asked?.busy} refused={refused}>
            {does}
          </Button>
        </>
      }
    >
      {/* A button that refuses, or waits for an answer, submits nothing: Enter is its click. */}
      <form id={form} className="form-dialog" noValidate autoComplete="off" onSubmit={(event) => (event.preventDefault(), onDo())}>
        {children}
        <WhyNot breaches={saidOnce(breaches, asked?.refused ?? [])} problem={asked?.problem} {...why} />
      </form>
    </Dialog>
  );
};
