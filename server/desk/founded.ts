import type { House, HouseEvent } from '@firstline/domain/desk/house.ts';

/** The settings come into being with the first change of them. */
export const founded = (house: House | undefined): HouseEvent[] =>
  house ? [] : [{ type: 'house.founded', houseId: 'house' }];
