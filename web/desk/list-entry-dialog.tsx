import type { ListItem } from '@firstline/domain/desk/list-item.ts';
import type { Breach } from '@firstline/domain/rule.ts';
import { useState } from 'react';
import type { Answer, Problem } from '../platform/api.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { FormDialog } from '../platform/form-dialog.tsx';
import { EntryField } from './list-field.tsx';
import { freeId, keptOf, typedOf, type FieldKind, type ListField } from './list-shapes.ts';

type EntryDialogProps = {
  fields: readonly ListField[];
  items: readonly ListItem[];
  /** Absent: a new one. */
  item?: ListItem;
  onSave: (items: ListItem[], label: string) => Promise<Answer>;
  onClose: () => void;
};

/** Adds an entry to a list, changes one, or takes one away that nothing uses. */
export const EntryDialog = ({ fields, items, item, onSave, onClose }: EntryDialogProps) => {
  const [typed, setTyped] = useState<Record<string, string>>(() => Object.fromEntries(fields.map((field) => [field.name, typedOf(field, item?.[field.name as 'label'])])));
  const [heard, setHeard] = useState<{ refused: Breach[]; problem?: Problem }>({ refused: [] });
  const [busy, setBusy] = useState(false);
  const at = item ? items.findIndex(({ id }) => id === item.id) : items.length;
  const wrong = (name: string) => {
    const issue = heard.problem?.issues?.find(({ path }) => `${path}.`.startsWith(`items.${at}.${name}.`));
    return issue && wrongWords(fields.find((field) => field.name === name)?.kind, issue.says);
  };
  const label = (typed.label ?? '').trim();

  const ask = async (next: ListItem[]) => {
    setBusy(true);
    const answer = await onSave(next, label);
    setBusy(false);
    if ('done' in answer) return onClose();
    setHeard('refused' in answer ? { refused: answer.refused } : { refused: [], problem: answer.problem });
  };
  const save = () => {
    const values = fields.map((field) => [field.name, keptOf(field, typed[field.name] ?? '')] as const).filter(([, value]) => value !== undefined);
    const written = { id: item?.id ?? freeId(label, items), ...Object.fromEntries(values), ...(item?.retired && { retired: true }) } as ListItem;
    return ask(item ? items.map((one) => (one.id === item.id ? written : one)) : [...items, written]);
  };

  return (
    <FormDialog
      title={item ? t('Change “{{name}}”', { name: item.label }) : t('Add an entry')}
      does={item ? t('Save') : t('Add')}
      more={
        item && (
          <Button kind="danger" className="list-remove" busy={busy} onClick={() => void ask(items.filter(({ id }) => id !== item.id))}>
            {t('Remove')}
          </Button>
        )
      }
      asked={{ ...heard, busy }}
      fields={fields.flatMap(({ name }) => (wrong(name) ? [`items.${at}.${name}`] : []))}
      onDo={() => void save()}
      onClose={onClose}
    >
      {fields.map((field) => (
        <EntryField key={field.name} field={field} typed={typed[field.name] ?? ''} error={wrong(field.name)} onChange={(text) => (setTyped({ ...typed, [field.name]: text }), setHeard({ refused: [] }))} />
      ))}
    </FormDialog>
  );
};

/** The shape's own sentences are for people; those of its machinery are not. */
const wrongWords = (kind: FieldKind | undefined, says: string): string => {
  if (kind === 'number') return t('Write a whole number from 1 on.');
  return /^(Invalid|Too|Unrecognized)/.test(says) ? t('This does not fit here: too much, too little, or of another kind.') : t(says);
};
