import { listChanges } from '@firstline/domain/desk/list-changes.ts';
import type { ListItem } from '@firstline/domain/desk/list-item.ts';
import { t } from '../platform/words.ts';

const MOST_CHARACTERS = 80;

/** What happened to a list, as one would tell it: what came, what went, and what of which entry is otherwise. */
export const listSaid = (before: readonly ListItem[], after: readonly ListItem[], wordOf: (field: string) => string): string => {
  const { added, removed, retired, offeredAgain, changed, moved } = listChanges(before, after);
  const said = [
    ...told(t('added'), added),
    ...told(t('removed'), removed),
    ...told(t('retired'), retired),
    ...told(t('offered again'), offeredAgain),
    ...changed.map(({ label, fields }) => `${quoted(label)}: ${fields.map(({ name, from, to }) => t('{{field}} {{from}} is now {{to}}', { field: wordOf(name), from: shown(from), to: shown(to) })).join(', ')}`),
    ...(moved ? [t('in another order')] : []),
  ];
  return said.join(' · ') || t('as it was');
};

const told = (what: string, labels: readonly string[]): string[] => (labels.length > 0 ? [`${what}: ${labels.map(quoted).join(', ')}`] : []);

const quoted = (label: string): string => `“${label}”`;

const shown = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return t('(nothing)');
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value : Array.isArray(value) ? value.map(shown).join(', ') : Object.values(value as object).map(shown).join(', ');
  return quoted(text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text);
};
