import type { Recorded } from '../event.ts';
import { policy, type Policy } from '../policy.ts';
import type { HouseRules, Level } from '../rule.ts';

/** The settings of the installation: levels that differ from the shipped ones, for all queues and for some, and numbers. */
export type House = {
  id: 'house';
  version: number;
  levels: Partial<Record<string, Level>>;
  queueLevels: Partial<Record<string, Partial<Record<string, Level>>>>;
  numbers: Partial<Policy>;
};

export type HouseEvent =
  | { type: 'house.founded'; houseId: 'house' }
  | { type: 'house.levelSet'; houseId: 'house'; rule: string; level: Level; queueId?: string }
  | { type: 'house.numberSet'; houseId: 'house'; name: keyof Policy; value: number };

/** The only place where the settings change. */
export const evolveHouse = (house: House | undefined, event: Recorded<HouseEvent>): House => {
  const known = house ?? { id: 'house', version: 0, levels: {}, queueLevels: {}, numbers: {} };
  const now = { ...known, version: event.version };
  switch (event.type) {
    case 'house.founded':
      return now;
    case 'house.numberSet':
      return { ...now, numbers: { ...now.numbers, [event.name]: event.value } };
    case 'house.levelSet':
      if (!event.queueId) return { ...now, levels: { ...now.levels, [event.rule]: event.level } };
      return {
        ...now,
        queueLevels: {
          ...now.queueLevels,
          [event.queueId]: { ...now.queueLevels[event.queueId], [event.rule]: event.level },
        },
      };
  }
};

/** The rules and numbers that hold in one queue, or in the whole house when no queue is named. */
export const houseRules = (house: House | undefined, queueId?: string): HouseRules => ({
  levels: { ...house?.levels, ...(queueId && house?.queueLevels[queueId]) },
  policy: { ...policy, ...house?.numbers },
});
