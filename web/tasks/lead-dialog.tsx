import type { TaskCard } from '@firstline/domain/tasks/card.ts';
import { check, type Breach } from '@firstline/domain/rule.ts';
import { assigning, sendingBack, takingOver } from '@firstline/domain/tasks/rules/index.ts';
import { missingSkills } from '@firstline/domain/tasks/skills.ts';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../platform/asking.ts';
import { useHouse, useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { FormDialog } from '../platform/form-dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';

export type LeadAct = 'takeOver' | 'sendBack' | 'assign';

const WORDS: Record<LeadAct, { title: string; does: string }> = {
  takeOver: { title: 'Take the task over', does: 'Take over' },
  sendBack: { title: 'Send the task back to its queue', does: 'Send back' },
  assign: { title: 'Give the task to somebody', does: 'Give' },
};

type LedTask = Pick<TaskCard, 'id' | 'queueId' | 'taskType' | 'teamId' | 'status' | 'heldBy'>;
type LeadDialogProps = { act: LeadAct; card: LedTask; onClose: () => void; onDone: () => void };

/** Whoever leads takes a task out of hands, and says why: its agent reads it at once. */
export const LeadDialog = ({ act, card, onClose, onDone }: LeadDialogProps) => {
  const [reason, setReason] = useState('');
  const [to, setTo] = useState<string>();
  const takeOver = useCommand('tasks.takeOver');
  const sendBack = useCommand('tasks.sendBack');
  const assign = useCommand('tasks.assign');
  const asked = { takeOver, sendBack, assign }[act];
  const { people, breachesOf } = useLeading(act, card);
  const breaches = breachesOf(to);
  const enforced = breaches.find(({ level }) => level === 'enforced');
  const missing = enforced ? t(enforced.says) : !reason.trim() ? t('Write the reason: the agent reads it.') : act === 'assign' && !to ? t('Choose who gets it.') : undefined;

  const lead = async (acknowledged: readonly string[] = []) => {
    const said = { taskId: card.id, reason: reason.trim() };
    const answer = await (act === 'assign' ? assign.ask({ ...said, to: to ?? '' }, acknowledged) : act === 'sendBack' ? sendBack.ask(said, acknowledged) : takeOver.ask(said, acknowledged));
    if ('done' in answer) onDone();
  };
  return (
    <FormDialog
      title={t(WORDS[act].title)}
      says={t('Everything that was written stays with the task.')}
      does={t(WORDS[act].does)}
      asked={asked}
      refused={missing}
      breaches={breaches}
      anyway={missing ? undefined : t('Do it anyway')}
      onAnyway={(rules) => void lead(rules)}
      onDo={() => void lead()}
      onClose={onClose}
    >
      {act === 'assign' && (
        <Select
          label={t('Who gets it')}
          placeholder={t('Choose a person')}
          options={people.filter(({ id, queueIds }) => id !== card.heldBy && queueIds.includes(card.queueId)).map(({ id, name, holds }) => ({ value: id, label: name, says: holds > 0 ? t('Holds a task') : t('Free') }))}
          value={to}
          onChange={setTo}
        />
      )}
      <TextArea label={t('Why?')} hint={t('The agent reads it.')} value={reason} maxLength={500} onChange={setReason} />
    </FormDialog>
  );
};

/** Who can be given a task, and what the desk would say to each act. */
const useLeading = (act: LeadAct, task: LedTask) => {
  const { person } = useMe();
  const rules = useHouse(task.queueId);
  const inHand = useQueryOf('tasks.inHand', {}, { enabled: act === 'assign' }).data;
  const mine = useQueryOf('tasks.mine', {}).data?.held ?? [];
  const { levels, policy, lists } = rules;
  const people = inHand?.people ?? [];

  const breachesOf = (to: string | undefined): Breach[] => {
    if (act === 'takeOver') return check(takingOver, { task, by: person, held: mine, policy }, levels);
    if (act === 'sendBack') return check(sendingBack, { task, by: person }, levels);
    const chosen = people.find(({ id }) => id === to);
    if (!chosen) return [];
    const held = inHand?.cards.filter(({ status, heldBy }) => status === 'held' && heldBy === to) ?? [];
    return check(assigning, { task, to: { ...chosen, initials: '', isActive: true }, held, missing: missingSkills(task, chosen, rules), policy, teams: lists.teams }, levels);
  };
  return { people, breachesOf };
};
