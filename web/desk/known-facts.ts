import type { Person } from '@firstline/domain/desk/person.ts';
import type { Queue } from '@firstline/domain/desk/queue.ts';
import type { Joining, Leaving, Naming } from '@firstline/domain/desk/rules/index.ts';

// What the desk will judge by, as far as this screen knows it: so that a refusal is said before it happens.

export type Member = Person & { joined: boolean; secondStep?: boolean };

export const joiningFacts = (people: readonly Member[], { email, initials }: { email: string; initials: string }): Joining => ({
  emailIsOf: people.find((one) => isSame(one.email, email))?.name,
  initialsAreOf: people.find((one) => one.status === 'active' && isSame(one.initials, initials))?.name,
});

/** Whoever has a password counts on colleagues who have one. */
export const leavingFacts = (people: readonly Member[], person: Member, keepsKeys = false): Leaving => ({
  person,
  keepsKeys,
  otherAdministrators: people.filter(
    (one) => one.id !== person.id && one.status === 'active' && one.roles.includes('administrator') && (one.joined || !person.joined),
  ).length,
});

export const namingFacts = (queues: readonly Queue[], { name, address }: { name: string; address: string }, own?: string): Naming => {
  const others = queues.filter(({ id }) => id !== own);
  return {
    nameIsTaken: others.some((one) => isSame(one.name, name)),
    addressIsOf: others.find((one) => isSame(one.address ?? '', address))?.name,
  };
};

const isSame = (one: string, other: string): boolean => other.trim() !== '' && one.toLowerCase() === other.trim().toLowerCase();
