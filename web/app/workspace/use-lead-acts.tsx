import type { Workspace as Known } from '@firstline/contract/tasks.ts';
import { ArrowRightLeft, Hand, Undo2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { leadsOthers, useMe } from '../../platform/me.ts';
import { t } from '../../platform/words.ts';
import { LeadDialog, type LeadAct } from '../../tasks/lead-dialog.tsx';
import { useOfferedActs } from '../../tasks/task-acts.ts';
import { toast } from '../../ui/toast.tsx';
import type { TaskAct } from '../../ui/workspace-layout.tsx';

/** What whoever leads may do with a task in somebody's hands. */
export const useLeadActs = ({ task }: Known): { acts: TaskAct[]; dialog: ReactNode } => {
  const me = useMe();
  const [asking, setAsking] = useState<LeadAct>();
  const mayLead = leadsOthers(me) && task.status !== 'closed' && task.heldBy !== me.person.id;
  const isInHands = task.status === 'held' || task.status === 'parked';
  const give: TaskAct = { label: t('Give to somebody'), icon: ArrowRightLeft, does: () => setAsking('assign') };
  const inHands: TaskAct[] = [
    { label: t('Send back'), icon: Undo2, tip: t('Puts it back into the queue, unresolved'), does: () => setAsking('sendBack') },
    { label: t('Take over'), icon: Hand, does: () => setAsking('takeOver') },
  ];
  const acts = mayLead ? [give, ...(isInHands ? inHands : [])] : [];
  useOfferedActs(acts);

  const close = () => setAsking(undefined);
  const done = () => {
    close();
    toast(t('Done. Its agent reads why.'));
  };
  return { acts, dialog: asking && <LeadDialog act={asking} card={task} onClose={close} onDone={done} /> };
};
