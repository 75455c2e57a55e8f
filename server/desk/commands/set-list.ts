import { desk } from '@firstline/contract/desk.ts';
import type { House, HouseEvent } from '@firstline/domain/desk/house.ts';
import { lists } from '@firstline/domain/desk/lists.ts';
import { listing, type Listing } from '@firstline/domain/desk/rules/index.ts';
import { command } from '../../platform/command.ts';
import { founded } from '../founded.ts';
import type { ListUses } from '../list-uses.ts';
import { idsInUse } from '../list-uses.ts';
import { houseStore } from '../stores.ts';

export const setList = (uses: ListUses) =>
  command({
    spec: desk.setList,
    facts: async (read, { input: { name, items } }): Promise<Listing & { house?: House }> => {
      const house = await read.take<House>(houseStore, 'house');
      const known = house?.lists[name] ?? lists[name];
      const kept = new Set((items ?? lists[name]).map(({ id }) => id));
      const gone = known.filter(({ id }) => !kept.has(id));
      const used = await idsInUse(read, uses[name] ?? [], gone.map(({ id }) => id));
      return { house, stillUsed: gone.filter(({ id }) => used.has(id)) };
    },
    rules: listing,
    decide: ({ house }, { input: { name, items } }): HouseEvent[] => [
      ...founded(house),
      { type: 'house.listSet', houseId: 'house', name, ...(items && { items }) },
    ],
  });
