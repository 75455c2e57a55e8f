import { desk } from '@firstline/contract/desk.ts';
import type { House, HouseEvent } from '@firstline/domain/desk/house.ts';
import { command } from '../../platform/command.ts';
import { founded } from '../founded.ts';
import { houseStore } from '../stores.ts';

export const setNumber = command({
  spec: desk.setNumber,
  facts: async (read): Promise<{ house?: House }> => ({ house: await read.take<House>(houseStore, 'house') }),
  rules: [],
  decide: ({ house }, { input: { name, value } }): HouseEvent[] => [
    ...founded(house),
    { type: 'house.numberSet', houseId: 'house', name, value },
  ],
});
