import { labelIn, type ListItem } from '@firstline/domain/desk/list-item.ts';
import type { Lists } from '@firstline/domain/desk/lists.ts';
import { Archive, ArchiveRestore, ArrowDown, ArrowUp, Pencil } from 'lucide-react';
import { useHouse } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Tag } from '../ui/tag.tsx';
import type { ListField } from './list-shapes.ts';

type EntryRowProps = {
  item: ListItem;
  fields: readonly ListField[];
  first: boolean;
  last: boolean;
  /** The only one that is left to choose. */
  only: boolean;
  onMove: (by: -1 | 1) => void;
  onRetire: (retired: boolean) => void;
  onChange: () => void;
};

/** One entry of a list: what it is called, what else is said of it, and what can be done with it. */
export const EntryRow = ({ item, fields, first, last, only, onMove, onRetire, onChange }: EntryRowProps) => {
  const { lists } = useHouse();
  const name = t(item.label);
  const more = fields.filter((field) => field.name !== 'label').flatMap((field) => saidOf(field, lists, (item as unknown as Record<string, unknown>)[field.name]));
  return (
    <li className="list-line" data-retired={item.retired || undefined}>
      <div className="list-words">
        <p className="list-label">
          {name} {item.retired && <Tag>{t('retired')}</Tag>}
        </p>
        {more.length > 0 && <p className="list-more">{more.join(' · ')}</p>}
      </div>
      <code className="list-id">{item.id}</code>
      <div className="list-acts">
        <IconButton icon={ArrowUp} name={t('Move “{{name}}” up', { name })} refused={first ? t('It is the first one.') : undefined} onClick={() => onMove(-1)} />
        <IconButton icon={ArrowDown} name={t('Move “{{name}}” down', { name })} refused={last ? t('It is the last one.') : undefined} onClick={() => onMove(1)} />
        <IconButton icon={Pencil} name={t('Change “{{name}}”', { name })} onClick={onChange} />
        {item.retired ? (
          <IconButton icon={ArchiveRestore} name={t('Offer “{{name}}” again', { name })} onClick={() => onRetire(false)} />
        ) : (
          <IconButton icon={Archive} name={t('Retire “{{name}}”: no longer offered', { name })} refused={only ? t('Leave at least one entry to choose.') : undefined} onClick={() => onRetire(true)} />
        )}
      </div>
    </li>
  );
};

const saidOf = ({ label, kind, list }: ListField, lists: Lists, value: unknown): string[] => {
  if (value === undefined || value === '' || value === false) return [];
  if (list) return [t(labelIn(lists[list], String(value as string)))];
  if (kind === 'text') return [String(value as string).trim().replaceAll(/\s*\n\s*/g, ', ')];
  if (kind === 'mark') return [t(label)];
  if (kind === 'number') return [`${t(label)} ${String(value as number)}`];
  if (kind === 'lines') return [(value as string[]).map((line) => t(line)).join(', ')];
  return kind === 'data' ? [t('{{field}}: {{count}} entries', { field: t(label), count: Array.isArray(value) ? value.length : 1 })] : [t(String(value as string))];
};
