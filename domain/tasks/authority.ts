import type { ListItem } from '../desk/list-item.ts';
import type { Actor, Role } from '../desk/role.ts';

/** What may be given to a customer: money back, a lower price, or a promise that costs the house something. */
export const GRANT_KINDS = ['refund', 'price', 'promise'] as const;
export type GrantKind = (typeof GRANT_KINDS)[number];

/** Up to which amount, on one task, people of a role may give something. */
export type AuthorityLimit = ListItem & { role: Role; kind: GrantKind; most: number };

/** What was given on a task. */
export type Grant = { id: string; kind: GrantKind; amount: number; words: string; by: string; at: string };

const limits = (role: Role, called: string, refund: number, price: number, promise: number): AuthorityLimit[] => [
  { id: `${role}-refund`, label: `${called}: refund`, role, kind: 'refund', most: refund },
  { id: `${role}-price`, label: `${called}: lower price`, role, kind: 'price', most: price },
  { id: `${role}-promise`, label: `${called}: promise`, role, kind: 'promise', most: promise },
];

/** The shipped limits, in the money of the house. */
export const AUTHORITY_LIMITS: AuthorityLimit[] = [
  ...limits('agent', 'Agent', 50, 25, 50),
  ...limits('dispatcher', 'Dispatcher', 50, 25, 50),
  ...limits('back-office', 'Back office', 200, 100, 100),
  ...limits('account-team', 'Account team', 500, 250, 500),
  ...limits('supervisor', 'Supervisor', 1000, 500, 1000),
  ...limits('manager', 'Manager', 10_000, 5000, 10_000),
];

/** The most that somebody may give on one task: the highest limit of their roles. Without one, nothing. */
export const mostFor = (by: Pick<Actor, 'roles'>, kind: GrantKind, all: readonly AuthorityLimit[]): number =>
  Math.max(0, ...all.filter((limit) => !limit.retired && limit.kind === kind && by.roles.includes(limit.role)).map(({ most }) => most));

export const givenOf = (grants: readonly Grant[] | undefined, kind: GrantKind): number =>
  (grants ?? []).filter((grant) => grant.kind === kind).reduce((sum, { amount }) => sum + amount, 0);
