import type { Note } from '@firstline/domain/tasks/note.ts';
import { StickyNote } from 'lucide-react';
import { t } from '../platform/words.ts';
import { Alerted } from '../platform/alerted.tsx';
import { Message } from '../ui/message.tsx';

/** A note as the thread shows it: only colleagues see it. */
export const NoteCard = ({ note, by }: { note: Note; by: string }) => (
  <Message kind="note" icon={StickyNote} by={t('Note · {{name}}', { name: by })} at={note.at}>
    <NoteText note={note} />
  </Message>
);

export const NoteText = ({ note: { discussed, agreed, mood, special } }: { note: Note }) => {
  const rest: [string, string | undefined][] = [
    [t('Agreed'), agreed],
    [t('Mood'), mood],
    [t('Special'), special],
  ];
  const said = rest.filter(([, value]) => value?.trim());
  return (
    <>
      {said.length > 0 && <b>{t('Discussed')} </b>}
      <Alerted text={discussed} />
      {said.map(([name, value]) => (
        <span key={name}>
          {' '}
          <b>{name}</b> <Alerted text={value ?? ''} />
        </span>
      ))}
    </>
  );
};
