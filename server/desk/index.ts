import { addPerson } from './commands/add-person.ts';
import { applyProfile } from './commands/apply-profile.ts';
import { disablePerson } from './commands/disable-person.ts';
import { enablePerson } from './commands/enable-person.ts';
import { openQueue } from './commands/open-queue.ts';
import { changeQueue } from './commands/change-queue.ts';
import { renameQueue } from './commands/rename-queue.ts';
import { setList } from './commands/set-list.ts';
import { setNumber } from './commands/set-number.ts';
import { setQueueAcknowledgement } from './commands/set-queue-acknowledgement.ts';
import { setQueueAddress } from './commands/set-queue-address.ts';
import { setQueueNeeds } from './commands/set-queue-needs.ts';
import { setQueues } from './commands/set-queues.ts';
import { setRoles } from './commands/set-roles.ts';
import { setRuleLevel } from './commands/set-rule-level.ts';
import { setSkills } from './commands/set-skills.ts';
import { joinUses, type ListUses } from './list-uses.ts';
import { journal } from './queries/journal.ts';
import { listShapes } from './queries/list-shapes.ts';
import { me, type Place } from './queries/me.ts';
import { profiles } from './queries/profiles.ts';
import { tokens } from './queries/tokens.ts';
import { secondStep } from './queries/second-step.ts';
import { askSecondStep, resetSecondStep } from './sign-in/second-step-commands.ts';
import { revokeToken, signOutEverywhere } from './sign-in/token-commands.ts';
import { ruleCases, ruleUse } from './queries/rule-cases.ts';
import { people } from './queries/people.ts';
import { houseStore, personStore, queueStore, tokenStore } from './stores.ts';

export { allQueues } from './all-queues.ts';
export { deskCaches } from './caches.ts';
export { houseOf } from './house-of.ts';
export { houseStore, queueStore } from './stores.ts';
export { nameOf, namesOf } from './names-of.ts';
export { isActive, personFor } from './person-for.ts';
export { firstProfile } from './first-profile.ts';
export { peopleCalled } from './people-called.ts';
export { firstRun, givePasswordTo } from './sign-in/first-run.ts';
export { openSignIn, sessionFor } from './sign-in/open-sign-in.ts';
export type { ListUses } from './list-uses.ts';
export type { Place } from './queries/me.ts';

/** Where the desk itself keeps entries of its lists. */
const OWN_USES: ListUses = { criticality: [{ table: 'queues', column: 'criticality' }] };

/** What this subject brings to the desk. */
export const deskParts = (place: Place, uses: readonly ListUses[]) => {
  const all = joinUses([OWN_USES, ...uses]);
  return {
    stores: [personStore, queueStore, houseStore, tokenStore],
    commands: [
      addPerson,
      setRoles,
      setQueues,
      disablePerson,
      enablePerson,
      openQueue,
      changeQueue,
      renameQueue,
      setQueueAddress,
      setQueueNeeds,
      setQueueAcknowledgement,
      setSkills,
      setRuleLevel,
      setNumber,
      revokeToken,
      signOutEverywhere,
      resetSecondStep,
      askSecondStep,
      setList(all),
      applyProfile(all),
    ],
    queries: [me(place), people, listShapes, profiles(all), ruleUse, ruleCases, journal, tokens, secondStep],
    reactions: [],
  };
};
