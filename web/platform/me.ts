import type { Me } from '@firstline/contract/desk.ts';
import { houseRules } from '@firstline/domain/desk/house.ts';
import type { HouseRules } from '@firstline/domain/rule.ts';
import { createContext, useContext } from 'react';

export const MeContext = createContext<Me | undefined>(undefined);

/** Who is signed in, and the house they work in. Only asked inside the desk, where somebody is. */
export const useMe = (): Me => {
  const me = useContext(MeContext);
  if (!me) throw new Error('Nobody is signed in here.');
  return me;
};

/** Made once for each queue, as long as this is what is known of the person: every row of a list asks. */
export const rulesOf = (me: Pick<Me, 'house' | 'queues'>, queueId?: string): HouseRules => {
  const made = rulesMade.get(me) ?? new Map<string | undefined, HouseRules>();
  rulesMade.set(me, made);
  const known = made.get(queueId);
  if (known) return known;
  const rules = houseRules(me.house ?? undefined, queueId, me.queues);
  made.set(queueId, rules);
  return rules;
};
const rulesMade = new WeakMap<object, Map<string | undefined, HouseRules>>();

/** The rules and numbers that hold in a queue, or in the whole house. */
export const useHouse = (queueId?: string): HouseRules => rulesOf(useMe(), queueId);

export const isAdministrator = ({ person }: Me): boolean => person.roles.includes('administrator');

/** Who answers for what was done at the desk. */
export const readsJournal = ({ person }: Me): boolean => person.roles.some((role) => role === 'manager' || role === 'administrator');

/** Whether tasks are any of their work; reviewers and administrators as such have none. */
export const worksOnTasks = ({ person }: Me): boolean =>
  person.roles.some((role) => role !== 'reviewer' && role !== 'administrator');

/** Whether they lead: see what is in whose hands, and take tasks out of them. */
export const leadsOthers = ({ person }: Me): boolean => person.roles.some((role) => role === 'supervisor' || role === 'manager');
