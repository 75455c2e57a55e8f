import { offered, type ListItem } from '@firstline/domain/desk/list-item.ts';
import { ROLES } from '@firstline/domain/desk/role.ts';
import { GRANT_KINDS } from '@firstline/domain/tasks/authority.ts';
import { LIST_NAMES, type ListName, type Lists } from '@firstline/domain/desk/lists.ts';
import { z } from 'zod';
import { line, text } from './spec.ts';

const MOST_ITEMS = 300;

const said = (max: number, title: string) =>
  line(max)
    .refine((value) => value.trim() !== '', 'Write something here.')
    .meta({ title });

const rank = z.number().int().min(1).max(1000).meta({ title: 'Rank', description: 'Lower is sooner.' });

const hours = (title: string) => z.number().int().min(0).max(2000).meta({ title });

/** The id of an entry of another list: the page offers them by their names. */
const entryOf = (list: ListName, title: string) => line(40).meta({ title, 'x-list': list });

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
  taskTypes: listOf({ rank, skills: line(300).optional().meta({ title: 'Skills it takes', description: 'Their ids, separated by commas.' }) }).meta({ title: 'Task types', description: 'Kinds of work. Within the same criticality the sooner rank goes first. What a customer sends is sorted into them by its words; what fits none becomes “other”, or the last one.' }),
  closeReasons: listOf({ when: said(300, 'When it is meant') }).meta({ title: 'Close reasons', description: 'Why a task ends. Reports and the rules about closing count by them.' }),
  criticality: listOf({ rank, words: line(2000).optional().meta({ title: 'Words that say so', description: 'Of a customer. Separated by commas.' }) }).meta({ title: 'Business criticality', description: 'How much of the customer’s business stands still. It goes before the task type and before who asks.' }),
  playbooks: listOf({
    taskType: entryOf('taskTypes', 'Task type'),
    words: line(2000).optional().meta({ title: 'Words that call for it', description: 'Of a customer. Separated by commas; without them it is for all of its kind.' }),
    steps: text(2000).meta({ title: 'Steps', description: 'One on each line, at most six.' }),
  }).meta({ title: 'Playbooks', description: 'The sub-tasks a task starts with. What the customer asks for in so many words joins them.' }),
  authorityLimits: listOf({
    role: z.enum(ROLES).meta({ title: 'Role' }),
    kind: z.enum(GRANT_KINDS).meta({ title: 'What' }),
    most: z.number().min(0).max(1_000_000_000).meta({ title: 'Up to', description: 'On one task, in the money of the house.' }),
  }).meta({ title: 'Limits of authority', description: 'What people of each role may give a customer. Beyond it, the desk leads to an escalation.' }),
  alertTerms: listOf({
    also: line(2000).optional().meta({ title: 'Other ways to say it', description: 'Separated by commas.' }),
    prompts: z.boolean().optional().meta({ title: 'Proposes to escalate' }),
    categoryId: entryOf('escalationTable', 'Category').optional(),
  }).meta({ title: 'Alert words', description: 'Words that are marked in messages and notes. Those that propose it lead to an escalation when a customer uses them.' }),
  teams: listOf({
    role: z.enum(['account-team', 'back-office', 'supervisor', 'manager']).meta({ title: 'Role', description: 'People of this role who serve the task’s queue.' }),
    tier: z.number().int().min(2).max(9).meta({ title: 'Tier', description: 'The front line is 1; an escalation always goes up.' }),
  }).meta({ title: 'Teams', description: 'Who takes what was escalated. People belong to a team by their role, in the queues they serve.' }),
  escalationTable: listOf({ teamId: entryOf('teams', 'Team'), urgencyId: entryOf('urgencies', 'Urgency') }).meta({ title: 'Where escalations go', description: 'Kinds of matter, the team that gets each, and how urgent it is when nobody says otherwise.' }),
  escalationReasons: listOf({ categoryId: entryOf('escalationTable', 'Category').optional() }).meta({ title: 'Reasons to escalate', description: 'Why a task goes up; a reason may name the kind of matter.' }),
  urgencies: listOf({ answerHours: hours('Hours until the customer hears'), warnHours: hours('Hours before that the team is reminded') }).meta({ title: 'Urgencies', description: 'How soon the customer hears from the team after an escalation.' }),
  skills: listOf({}).meta({ title: 'Skills', description: 'What some work takes and some people can do. A queue or a task type asks for them; only who has them all is offered the work.' }),
  supportContacts: listOf({ how: said(300, 'How to reach them'), hours: line(120).optional().meta({ title: 'When' }) }).meta({ title: 'Support contacts', description: 'Whom to turn to when the desk itself is in the way. The first one is named with every error, all of them on the help page.' }),
  quickHelp: listOf({ steps: text(3000).meta({ title: 'Steps', description: 'One on each line.' }) }).meta({ title: 'Quick help', description: 'What to do now, by what went wrong. Everybody finds it under “Quick help”.' }),
} satisfies { [Name in ListName]: z.ZodType<Lists[Name]> };

const settings = LIST_NAMES.map((name) => z.strictObject({ name: z.literal(name), items: listSchemas[name].optional() }));

/** A list by its name, with its new entries; without them it is as shipped again. */
export const listSetting = z.discriminatedUnion('name', settings as unknown as [(typeof settings)[number], ...(typeof settings)[number][]]);
