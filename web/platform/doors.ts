import type { access, accessQueries } from '@firstline/contract/access.ts';
import type { conversationQueries, conversations } from '@firstline/contract/conversations.ts';
import type { contactQueries } from '@firstline/contract/contacts.ts';
import type { customerQueries, customers } from '@firstline/contract/customers.ts';
import type { desk, deskQueries } from '@firstline/contract/desk.ts';
import type { ownDesk, ownDeskQueries } from '@firstline/contract/own-desk.ts';
import type { tasks, taskQueries } from '@firstline/contract/tasks.ts';
import type { upkeepQueries } from '@firstline/contract/upkeep.ts';
import type { z } from 'zod';

// Types alone come from the contract: the shapes are checked at the desk's door, and their machinery stays out of the browser.
type Named<Subject extends string, Specs> = { [Name in keyof Specs & string as `${Subject}.${Name}`]: Specs[Name] };
type Commands = Named<'tasks', typeof tasks> & Named<'tasks', typeof ownDesk> & Named<'conversations', typeof conversations> & Named<'customers', typeof customers> & Named<'desk', typeof desk> & Named<'desk', typeof access>;
type Queries = Named<'tasks', typeof taskQueries> & Named<'tasks', typeof ownDeskQueries> & Named<'tasks', typeof contactQueries> & Named<'tasks', typeof upkeepQueries> & Named<'conversations', typeof conversationQueries> & Named<'customers', typeof customerQueries> & Named<'desk', typeof deskQueries> & Named<'desk', typeof accessQueries>;

/** Everything a screen may ask for, by the name of its door. */
export type CommandName = keyof Commands;
export type QueryName = keyof Queries;

export type InputOf<Name extends CommandName | QueryName> = (Commands & Queries)[Name] extends { input: infer Shape extends z.ZodType }
  ? z.input<Shape>
  : never;
export type AnswerOf<Name extends QueryName> = Queries[Name] extends { answer: z.ZodType<infer Answer> } ? Answer : never;
