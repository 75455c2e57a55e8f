import { labelIn, offered, type ListItem } from '@firstline/domain/desk/list-item.ts';
import type { Lists } from '@firstline/domain/desk/lists.ts';
import { useHouse } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { CheckRow } from '../ui/check-row.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { ListField } from './list-shapes.ts';

type EntryFieldProps = { field: ListField; typed: string; error?: string; onChange: (typed: string) => void };

/** One field of an entry, drawn after its kind. */
export const EntryField = ({ field, typed, error, onChange }: EntryFieldProps) => {
  const { lists } = useHouse();
  const { kind, optional } = field;
  const words = { label: t(field.label), hint: hintOf(field), error, optional: optional ? t('optional') : undefined };
  if (kind === 'mark') return <CheckRow label={words.label} says={words.hint} checked={typed === 'true'} onChange={(on) => onChange(String(on))} />;
  if (kind === 'choice') return <Select {...words} value={typed || undefined} onChange={onChange} options={choicesOf(field, lists, typed)} />;
  if (kind === 'line') return <TextField {...words} value={typed} onChange={onChange} />;
  if (kind === 'number') return <TextField {...words} className="num" inputMode="decimal" value={typed} onChange={onChange} />;
  return <TextArea {...words} className={kind === 'data' ? 'list-data' : ''} value={typed} onChange={onChange} />;
};

/** What may be chosen: the words of the field, or the entries of a list, the kept one among them even when it is retired. */
const choicesOf = ({ list, options, optional }: ListField, lists: Lists, kept: string) => {
  if (!list) return options.map((value) => ({ value, label: t(value) }));
  const entries: readonly ListItem[] = lists[list];
  const ids = offered(entries).map(({ id }) => id);
  const choices = [...new Set([...ids, ...(kept ? [kept] : [])])].map((value) => ({ value, label: t(labelIn(entries, value)) }));
  return optional ? [{ value: '', label: t('None') }, ...choices] : choices;
};

const hintOf = ({ says, kind }: ListField): string | undefined => {
  const how = { lines: t('One on each line.'), data: t('Written as JSON.') }[kind as 'lines'];
  return [says && t(says), how].filter(Boolean).join(' ') || undefined;
};
