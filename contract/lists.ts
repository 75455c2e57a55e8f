import { offered, type ListItem } from '@firstline/domain/desk/list-item.ts';
import { LIST_NAMES, type ListName, type Lists } from '@firstline/domain/desk/lists.ts';
import { z } from 'zod';
import { line } from './spec.ts';

const MOST_ITEMS = 300;

const said = (max: number, title: string) =>
  line(max)
    .refine((value) => value.trim() !== '', 'Write something here.')
    .meta({ title });

const rank = z.number().int().min(1).max(1000).meta({ title: 'Rank', description: 'Lower is sooner.' });

/** A list of entries of one shape: each has its own id, and something is left to choose. */
const listOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Use small letters, digits and dashes.'),
        label: said(80, 'Name'),
        ...shape,
        retired: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(MOST_ITEMS)
    .refine((items) => new Set((items as ListItem[]).map(({ id }) => id)).size === items.length, 'Two entries have the same id.')
    .refine((items) => offered(items as ListItem[]).length > 0, 'Leave at least one entry to choose.');

/** What an entry of each list looks like. The title of a field is its name on the page; a long text gets more room. */
export const listSchemas = {
  taskTypes: listOf({ rank }).meta({ title: 'Task types', description: 'Kinds of work. Within the same criticality the sooner rank goes first. What a customer sends is sorted into them by its words; what fits none becomes “other”, or the last one.' }),
  closeReasons: listOf({ when: said(300, 'When it is meant') }).meta({ title: 'Close reasons', description: 'Why a task ends. Reports and the rules about closing count by them.' }),
  criticality: listOf({ rank, words: line(2000).optional().meta({ title: 'Words that say so', description: 'Of a customer. Separated by commas.' }) }).meta({ title: 'Business criticality', description: 'How much of the customer’s business stands still. It goes before the task type and before who asks.' }),
} satisfies { [Name in ListName]: z.ZodType<Lists[Name]> };

const settings = LIST_NAMES.map((name) => z.strictObject({ name: z.literal(name), items: listSchemas[name].optional() }));

/** A list by its name, with its new entries; without them it is as shipped again. */
export const listSetting = z.discriminatedUnion('name', settings as unknown as [(typeof settings)[number], ...(typeof settings)[number][]]);
