import { hears } from './hearing.ts';
import type { Member } from './member.ts';

/** Whom somebody hears, and a name for that which is the same for all who hear the same. */
export type Hearing = { member: Member; from: readonly Member[]; key: string };

/** Legs that may hear each other. */
export type Conference = {
  readonly id: string;
  members: () => readonly Member[];
  add: (member: Member) => void;
  remove: (member: Member) => void;
  /** Something about a member has changed: who hears whom is worked out anew. */
  changed: () => void;
  hearings: () => readonly Hearing[];
};

export const createConference = (id: string): Conference => {
  const members = new Set<Member>();
  let known: Hearing[] | undefined;
  const changed = () => {
    known = undefined;
  };
  return {
    id,
    members: () => [...members],
    add: (member) => {
      members.add(member);
      changed();
    },
    remove: (member) => {
      members.delete(member);
      changed();
    },
    changed,
    hearings: () => (known ??= [...members].map((member) => hearingOf(id, member, [...members]))),
  };
};

const hearingOf = (id: string, member: Member, all: readonly Member[]): Hearing => {
  const from = all.filter((other) => hears(member, other));
  // Everybody on hold hears the same music at the same moment, in whichever conference they wait.
  const key = member.held ? `music ${member.music}` : `${id} ${from.map(({ leg }) => leg).join(' ')}`;
  return { member, from, key };
};
