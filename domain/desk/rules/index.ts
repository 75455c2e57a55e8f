import type { Rule } from '../../rule.ts';
import type { Person } from '../person.ts';
import { anAdministratorRemains } from './an-administrator-remains.ts';
import { anEntryInUseStays } from './an-entry-in-use-stays.ts';
import { initialsAreUnique } from './initials-are-unique.ts';
import { onePersonPerEmail } from './one-person-per-email.ts';
import { oneQueuePerAddress } from './one-queue-per-address.ts';
import { oneQueuePerName } from './one-queue-per-name.ts';
import { onlyListedRulesAreSet } from './only-listed-rules-are-set.ts';
import { whoeverIsInvitedIsActive } from './whoever-is-invited-is-active.ts';

/** What is judged when a person comes, comes back, or is called something else: who has the same already. */
export type Joining = { emailIsOf?: string; initialsAreOf?: string };

export const joining: Rule<Joining>[] = [onePersonPerEmail, initialsAreUnique];

/** What is judged when a person loses their doors or the keys of the house. */
export type Leaving = { person: Person; keepsKeys: boolean; otherAdministrators: number };

export const leaving: Rule<Leaving>[] = [anAdministratorRemains];

/** What a one-time link is judged by. */
export type Inviting = { person: Person };

export const inviting: Rule<Inviting>[] = [whoeverIsInvitedIsActive];

/** What a queue's name and address are judged by. */
export type Naming = { nameIsTaken: boolean; addressIsOf?: string };

export const naming: Rule<Naming>[] = [oneQueuePerName, oneQueuePerAddress];

/** What a change of the house rules is judged by. */
export type Setting = { mayBeSet: boolean };

export const setting: Rule<Setting>[] = [onlyListedRulesAreSet];

/** What a change of a list is judged by: entries that would go although something is marked with them. */
export type Listing = { stillUsed: readonly { label: string }[] };

export const listing: Rule<Listing>[] = [anEntryInUseStays];
