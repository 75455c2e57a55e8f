import type { ReactNode } from 'react';
import type { Answer } from '../platform/api.ts';
import type { Asked } from '../platform/asking.ts';
import { saidOnce } from '../platform/told.ts';
import { t } from '../platform/words.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { toast } from '../ui/toast.tsx';
import { WhyNot, type WhyNotProps } from '../platform/why-not.tsx';

type SureDialogProps = Pick<WhyNotProps, 'breaches'> & {
  title: string;
  children: ReactNode;
  does: string;
  onDo: () => Promise<Answer>;
  /** Said once it is done. */
  done: string;
  asked: Asked;
  refused?: string;
  /** Nobody is hurt by it, so the hand lands on doing it. */
  harmless?: boolean;
  onClose: () => void;
};

/** Asks once more before something that weighs on a person or a program. */
export const SureDialog = ({ title, children, does, onDo, done, asked, breaches = [], refused, harmless, onClose }: SureDialogProps) => {
  const go = async () => {
    if (!('done' in (await onDo()))) return;
    toast(done);
    onClose();
  };
  const answers = [
    <Button key="do" kind={harmless ? 'primary' : 'danger'} busy={asked.busy} refused={refused} onClick={() => void go()}>
      {does}
    </Button>,
    <Button key="keep" onClick={onClose}>
      {t('Keep as it is')}
    </Button>,
  ];
  return (
    <AskDialog open title={title} answers={harmless ? answers.toReversed() : answers}>
      {children}
      <WhyNot breaches={saidOnce(breaches, asked.refused)} problem={asked.problem} />
    </AskDialog>
  );
};
