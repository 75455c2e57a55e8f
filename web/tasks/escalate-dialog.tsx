import { offered, type ListItem } from '@firstline/domain/desk/list-item.ts';
import { CONTACT_WAYS, type ContactWay } from '@firstline/domain/tasks/escalation.ts';
import type { TaskCard } from '@firstline/domain/tasks/card.ts';
import { useState } from 'react';
import { useCommand } from '../platform/asking.ts';
import { useHouse, useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { channelName } from '../ui/channel.ts';
import { FormDialog } from '../platform/form-dialog.tsx';
import { serverNow } from '../ui/now.ts';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { keepAt, keptAt, shelfPlace, type DraftContent } from './draft-shelf.ts';
import { begunAgain, firstForm, judged, withChoice, type EscalationForm } from './escalation-form.ts';

/** `begun`: what the place it was asked from knows already, such as the words that gave the alarm. */
type EscalateProps = { task: TaskCard; begun?: DraftContent; onClose: () => void; onDone: (says: string) => void };

const NOT_CHOSEN = 'escalation-says-what-and-why';

/** Hands the task to the team above, with what the matter is. What is typed stays on this screen until it went. */
export const EscalateDialog = ({ task, begun, onClose, onDone }: EscalateProps) => {
  const { person } = useMe();
  const house = useHouse(task.queueId);
  const { lists } = house;
  const place = shelfPlace(person.id, task.id, 'escalation');
  const [form, setForm] = useState<EscalationForm>(() => firstForm(task, lists, begunAgain(keptAt(place)?.content, begun)));
  const escalate = useCommand('tasks.escalate');
  const { team, breaches } = judged(form, task, person, house);
  const write = (part: Partial<EscalationForm>) => {
    const next = withChoice(form, part, lists);
    setForm(next);
    keepAt(place, { content: next, at: new Date(serverNow()).toISOString() });
  };

  const refused = form.issue.trim() ? breaches[0]?.says : 'Write what the matter is.';
  const send = async () => {
    const { issue, tried, ...chosen } = form;
    const answer = await escalate.ask({ taskId: task.id, ...chosen, issue: issue.trim(), ...(tried.trim() && { tried: tried.trim() }) });
    if (!('done' in answer)) return;
    keepAt(place, { at: new Date(serverNow()).toISOString() });
    onDone(t('Escalated to: {{team}}.', { team: t(team?.label ?? 'the team above') }));
  };

  return (
    <FormDialog
      title={t('Escalate')}
      says={t('It goes to: {{team}}. They speak with the customer from then on, and read all that was written. Escalating counts against nobody.', { team: t(team?.label ?? 'the team above') })}
      does={t('Escalate')}
      asked={escalate}
      refused={refused && t(refused)}
      breaches={breaches.filter(({ rule }) => rule !== NOT_CHOSEN)}
      onDo={() => void send()}
      onClose={onClose}
    >
      <Select label={t('Reason')} placeholder={t('Why does it go up?')} options={choices(lists.escalationReasons)} value={form.reason || undefined} onChange={(reason) => write({ reason })} />
      <Select label={t('Category')} options={choices(lists.escalationTable)} value={form.category} onChange={(category) => write({ category })} />
      <TextArea label={t('What is the matter?')} value={form.issue} maxLength={2000} onChange={(issue) => write({ issue })} />
      <TextArea label={t('What was tried?')} optional={t('optional')} value={form.tried} maxLength={2000} onChange={(tried) => write({ tried })} />
      <Select label={t('Contact the customer by')} options={CONTACT_WAYS.map((value) => ({ value, label: channelName(value) }))} value={form.contactBy} onChange={(contactBy: ContactWay) => write({ contactBy })} />
      <Select label={t('Urgency')} options={choices(lists.urgencies)} value={form.urgency || undefined} onChange={(urgency) => write({ urgency })} />
    </FormDialog>
  );
};

const choices = (items: readonly ListItem[]) => offered(items).map(({ id, label }) => ({ value: id, label: t(label) }));
