import { desk } from '@firstline/contract/desk.ts';
import type { House } from '@firstline/domain/desk/house.ts';
import { changesOf, eventsOf, type Change } from '@firstline/domain/desk/profiles/changes.ts';
import { PROFILES, type Profile } from '@firstline/domain/desk/profiles/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import type { Reader } from '../../platform/reader.ts';
import { founded } from '../founded.ts';
import { idsInUse, type ListUses } from '../list-uses.ts';
import { houseStore } from '../stores.ts';
import { LIST_NAMES, lists } from '@firstline/domain/desk/lists.ts';

/** What a profile would change, as the desk stands now. */
export const profileChanges = async (read: Reader, uses: ListUses, house: House | undefined, profile: Profile): Promise<Change[]> => {
  const queues = await read.rows<{ name: string }>('select name from queues', []);
  const used = new Map(
    await Promise.all(LIST_NAMES.map(async (name) => [name, await idsInUse(read, uses[name] ?? [], (house?.lists[name] ?? lists[name]).map(({ id }) => id))] as const)),
  );
  return changesOf(house, queues.map(({ name }) => name), (name, id) => used.get(name)?.has(id) ?? false, profile);
};

export const applyProfile = (uses: ListUses) =>
  command({
    spec: desk.applyProfile,
    facts: async (read, { input }): Promise<{ house?: House; changes: Change[] } | typeof NOT_THERE> => {
      const profile = PROFILES.find(({ id }) => id === input.profile);
      if (!profile) return NOT_THERE;
      const house = await read.take<House>(houseStore, 'house');
      return { house, changes: await profileChanges(read, uses, house, profile) };
    },
    rules: [],
    decide: ({ house, changes }, { newId }) => {
      const set = eventsOf(changes);
      const queues = changes.flatMap((change) => (change.kind === 'queue' ? [{ type: 'queue.opened' as const, queueId: newId(), name: change.name }] : []));
      return [...(set.length > 0 ? founded(house) : []), ...set, ...queues];
    },
  });
