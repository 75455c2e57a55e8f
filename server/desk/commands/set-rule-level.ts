import { desk } from '@firstline/contract/desk.ts';
import type { House, HouseEvent } from '@firstline/domain/desk/house.ts';
import { setting, type Setting } from '@firstline/domain/desk/rules/index.ts';
import { maySetLevel } from '@firstline/domain/rules.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { areQueues } from '../are-queues.ts';
import { founded } from '../founded.ts';
import { houseStore } from '../stores.ts';

export const setRuleLevel = command({
  spec: desk.setRuleLevel,
  facts: async (read, { input }): Promise<(Setting & { house?: House }) | typeof NOT_THERE> => {
    if (!(await areQueues(read, input.queueId ? [input.queueId] : []))) return NOT_THERE;
    return { house: await read.take<House>(houseStore, 'house'), mayBeSet: maySetLevel(input.rule) };
  },
  rules: setting,
  decide: ({ house }, { input: { rule, level, queueId } }): HouseEvent[] => [
    ...founded(house),
    level
      ? { type: 'house.levelSet', houseId: 'house', rule, level, ...(queueId && { queueId }) }
      : { type: 'house.levelCleared', houseId: 'house', rule, ...(queueId && { queueId }) },
  ],
});
