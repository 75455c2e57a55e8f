import type { Workspace } from '@firstline/contract/tasks.ts';
import { ATTEMPT_RESULTS } from '@firstline/domain/conversations/attempt.ts';
import { allOf } from '@firstline/domain/customers/customer.ts';
import { useMemo } from 'react';
import { useCommand } from '../../platform/asking.ts';
import { t } from '../../platform/words.ts';
import { usualResult } from '../../tasks/attempt-words.ts';
import { useDraft, useWriting } from '../../tasks/use-draft.ts';
import { toast } from '../../ui/toast.tsx';

export type ReachWay = 'text' | 'call';

/** A call or a text by a phone beside the desk, on its way to be logged. */
export const useReach = ({ task, customer, drafts }: Pick<Workspace, 'task' | 'customer' | 'drafts'>, way: ReachWay) => {
  const numbers = useMemo(() => allOf(customer, 'phone'), [customer]);
  const blank = useMemo(() => ({ address: numbers[0] ?? '', result: '', remark: '' }), [numbers]);
  const draft = useWriting(useDraft(task.id, 'attempt', drafts), blank);
  const log = useCommand('tasks.logAttempt');
  const { address = '', remark = '' } = draft.content;
  const result = ATTEMPT_RESULTS.find((known) => known === draft.content.result) ?? usualResult(way);

  const save = async () => {
    if (log.busy || !address.trim()) return;
    const sent = draft.content;
    await draft.settle();
    const answer = await log.ask({ taskId: task.id, channel: way, address: address.trim(), result, ...(remark.trim() && { remark: remark.trim() }) });
    if (!('done' in answer)) return;
    draft.clear(sent);
    toast(t('Logged as an attempt.'));
  };

  return {
    draft,
    numbers,
    address,
    result,
    remark,
    save,
    busy: log.busy,
    problem: log.problem,
    breaches: log.refused,
    refused: address.trim() ? undefined : t('Write which number was tried.'),
    write: (part: Record<string, string>) => {
      if (log.refused.length > 0 || log.problem) log.forget();
      draft.write(part);
    },
  };
};
