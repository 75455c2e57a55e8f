import type { SavedDraft } from '@firstline/contract/tasks.ts';
import { useState } from 'react';
import { useMe } from '../../platform/me.ts';
import { t } from '../../platform/words.ts';
import { Button } from '../../ui/button.tsx';

type LeftDraftProps = { drafts: SavedDraft[]; kind: SavedDraft['kind']; names: Record<string, string>; onUse: (content: Record<string, string>) => void };

/** What a colleague had begun to write before the task came here. */
export const LeftDraft = ({ drafts, kind, names, onUse }: LeftDraftProps) => {
  const { person } = useMe();
  const [used, setUsed] = useState<string>();
  const left = drafts.find((draft) => draft.kind === kind && draft.by !== person.id && hasWords(draft));
  if (!left || used === left.at) return null;

  const use = () => {
    setUsed(left.at);
    onUse(left.content);
  };
  return (
    <Button kind="quiet" onClick={use}>
      {t('{{name}} left a draft: use it', { name: names[left.by] ?? t('A colleague') })}
    </Button>
  );
};

/** An address, a subject and a result come by themselves; words are what somebody wrote. */
const hasWords = ({ content: { to: _to, subject: _subject, files: _files, address: _address, result: _result, ...words } }: SavedDraft): boolean => Object.values(words).some((text) => text.trim() !== '');
