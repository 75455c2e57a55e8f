import type { Workspace } from '@firstline/contract/tasks.ts';
import { calledName } from '@firstline/domain/customers/customer.ts';
import { memo, type ReactNode } from 'react';
import { Letter } from '../../conversations/letter.tsx';
import { useQueryOf } from '../../platform/asking.ts';
import { dayOf } from '../../platform/time.ts';
import { t } from '../../platform/words.ts';
import { attemptResult } from '../../tasks/attempt-words.ts';
import { NoteCard } from '../../tasks/note-card.tsx';
import { TaskFact, worthTelling } from '../../tasks/task-fact.tsx';
import { channelName } from '../../ui/channel.ts';
import { Flow, Stretch } from '../../ui/flow.tsx';
import { Fact } from '../../ui/message.tsx';
import { serverNow } from '../../ui/now.ts';

type Item = { at: string; key: string; shows: ReactNode };

/** Everything that was said and done on a task, oldest first. */
export const Timeline = memo(({ workspace, onWriteAgain }: { workspace: Workspace; onWriteAgain?: (messageId: string) => void }) => {
  const { task, customer, conversation, messages, attempts, names } = workspace;
  const { data: history } = useQueryOf('tasks.history', { taskId: task.id }, { staleTime: 0 });
  const nameOf = (id: string): string => names[id] ?? history?.names[id] ?? t('A colleague');

  const items: Item[] = [
    ...messages.map((letter) => ({
      at: letter.at,
      key: letter.id,
      shows: <Letter letter={letter} subject={conversation.subject} address={conversation.address} byName={letter.direction === 'out' ? nameOf(letter.by) : undefined} onWriteAgain={onWriteAgain && (() => onWriteAgain(letter.id))} />,
    })),
    ...task.notes.map((note) => ({ at: note.at, key: note.id, shows: <NoteCard note={note} by={nameOf(note.by)} /> })),
    ...attempts
      .filter(({ byHand }) => byHand)
      .map(({ id, at, by, channel, address, result }) => ({
        at,
        key: id,
        shows: (
          <Fact at={at}>
            {t('{{name}} tried {{address}} by {{channel}}: {{result}}', { name: nameOf(by), address, channel: channelName(channel as 'call').toLowerCase(), result: attemptResult(result) })}
          </Fact>
        ),
      })),
    ...worthTelling(history?.events ?? []).map((happened, n) => ({ at: happened.at, key: `${happened.type} ${happened.at} ${n}`, shows: <TaskFact happened={happened} nameOf={nameOf} /> })),
  ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));

  const now = serverNow();
  const lastSaid = [...messages, ...task.notes].reduce((last, { at, id }) => (at >= last.at ? { at, id } : last), { at: '', id: '' });

  return (
    <Flow name={t('Conversation with {{name}}', { name: calledName(customer) })} newest={lastSaid.id}>
      {items.map(({ at, key, shows }, n) => {
        const before = items[n - 1];
        const day = dayOf(at, now);
        return (
          <Dated key={key} day={before && dayOf(before.at, now) === day ? undefined : day}>
            {shows}
          </Dated>
        );
      })}
    </Flow>
  );
});

const Dated = ({ day, children }: { day?: string; children: ReactNode }) => (
  <>
    {day && <Stretch>{day}</Stretch>}
    {children}
  </>
);

