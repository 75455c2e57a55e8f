import type { ListItem } from '@firstline/domain/desk/list-item.ts';
import { LIST_NAMES, type ListName } from '@firstline/domain/desk/lists.ts';

/** The part of a JSON Schema that a form is drawn from. */
type Schema = { type?: string; title?: string; description?: string; maxLength?: number; enum?: string[]; 'x-list'?: string; items?: { type?: string } };
export type ListShape = { title?: string; description?: string; items?: { properties?: Record<string, Schema>; required?: string[] } };

export type FieldKind = 'line' | 'text' | 'number' | 'choice' | 'mark' | 'lines' | 'data';
export type ListField = { name: string; label: string; says?: string; kind: FieldKind; optional: boolean; options: string[]; /** It is chosen from the entries of this list. */ list?: ListName };

const LONGEST_LINE = 160;
/** What the page does by itself. */
const OWN = new Set(['id', 'retired']);

/** The fields of an entry, in the order of its shape. */
export const fieldsOf = ({ items = {} }: ListShape): ListField[] =>
  Object.entries(items.properties ?? {})
    .filter(([name]) => !OWN.has(name))
    .map(([name, schema]) => ({
      name,
      label: schema.title ?? name,
      says: schema.description,
      kind: kindOf(schema),
      optional: !(items.required ?? []).includes(name),
      options: schema.enum ?? [],
      list: LIST_NAMES.find((list) => list === schema['x-list']),
    }));

const kindOf = ({ type, enum: options, 'x-list': list, maxLength = 0, items }: Schema): FieldKind => {
  if (options || list) return 'choice';
  if (type === 'boolean') return 'mark';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'string') return maxLength > LONGEST_LINE ? 'text' : 'line';
  return type === 'array' && items?.type === 'string' ? 'lines' : 'data';
};

/** What is kept, as it is typed. */
export const typedOf = ({ kind }: Pick<ListField, 'kind'>, kept: unknown): string => {
  if (kept === undefined) return '';
  if (kind === 'lines') return (kept as string[]).join('\n');
  if (kind === 'data' || typeof kept === 'object') return JSON.stringify(kept, null, 2);
  return String(kept as string | number | boolean);
};

/** What was typed, as it is kept; the desk says what is wrong with it. */
export const keptOf = ({ kind, optional }: Pick<ListField, 'kind' | 'optional'>, typed: string): unknown => {
  const said = typed.trim();
  if (kind === 'mark') return said === 'true' ? true : undefined;
  if (said === '' && (optional || kind === 'number' || kind === 'choice')) return undefined;
  if (kind === 'number') return Number.isNaN(Number(said.replace(',', '.'))) ? said : Number(said.replace(',', '.'));
  if (kind === 'lines') return said.split('\n').map((line) => line.trim()).filter(Boolean);
  return kind === 'data' ? dataIn(said) : said;
};

const dataIn = (said: string): unknown => {
  try {
    return JSON.parse(said || 'null') as unknown;
  } catch {
    return said;
  }
};

/** An id nobody has yet, made from the name. */
export const freeId = (label: string, items: readonly ListItem[]): string => {
  const plain = label.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 36) || 'entry';
  const taken = new Set(items.map(({ id }) => id));
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? plain : `${plain}-${n}`;
    if (!taken.has(id)) return id;
  }
};

/** The entry with this id one place up or down. */
export const moved = <Item extends ListItem>(items: readonly Item[], id: string, by: -1 | 1): Item[] => {
  const from = items.findIndex((item) => item.id === id);
  const to = from + by;
  const one = items[from];
  if (!one || to < 0 || to >= items.length) return [...items];
  const others = items.filter((item) => item !== one);
  return [...others.slice(0, to), one, ...others.slice(to)];
};
