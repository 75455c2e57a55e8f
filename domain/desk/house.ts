import type { Recorded } from '../event.ts';
import { policy, type Policy } from '../policy.ts';
import type { HouseRules, Level } from '../rule.ts';
import type { Queue } from './queue.ts';
import { lists, type ListName, type Lists } from './lists.ts';

/** The settings of the installation, where they differ from what is shipped: levels, for all queues and for some, numbers and lists. */
export type House = {
  id: 'house';
  version: number;
  levels: Partial<Record<string, Level>>;
  queueLevels: Partial<Record<string, Partial<Record<string, Level>>>>;
  numbers: Partial<Policy>;
  lists: Partial<Lists>;
  /** Everybody signs in with a second step. */
  secondStep: boolean;
};

export type HouseEvent =
  | { type: 'house.founded'; houseId: 'house' }
  | { type: 'house.levelSet'; houseId: 'house'; rule: string; level: Level; queueId?: string }
  /** Back to what holds without it: in a queue the level of the house, in the house the shipped one. */
  | { type: 'house.levelCleared'; houseId: 'house'; rule: string; queueId?: string }
  | { type: 'house.numberSet'; houseId: 'house'; name: keyof Policy; value: number }
  /** Without items: back to the shipped ones. */
  | { type: 'house.listSet'; houseId: 'house'; name: ListName; items?: Lists[ListName] }
  | { type: 'house.secondStepAsked'; houseId: 'house'; asked: boolean };

/** The only place where the settings change. */
export const evolveHouse = (house: House | undefined, event: Recorded<HouseEvent>): House => {
  const known = house ?? { id: 'house', version: 0, levels: {}, queueLevels: {}, numbers: {}, lists: {}, secondStep: false };
  const now = { ...known, version: event.version };
  switch (event.type) {
    case 'house.founded':
      return now;
    case 'house.numberSet':
      return { ...now, numbers: { ...now.numbers, [event.name]: event.value } };
    case 'house.listSet':
      return { ...now, lists: event.items ? { ...now.lists, [event.name]: event.items } : without(now.lists, event.name) };
    case 'house.secondStepAsked':
      return { ...now, secondStep: event.asked };
    case 'house.levelCleared':
      if (!event.queueId) return { ...now, levels: without(now.levels, event.rule) };
      return { ...now, queueLevels: { ...now.queueLevels, [event.queueId]: without(now.queueLevels[event.queueId] ?? {}, event.rule) } };
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

const without = <Known extends object>(known: Known, name: string): Known =>
  Object.fromEntries(Object.entries(known).filter(([key]) => key !== name)) as Known;

/** The rules, numbers and lists that hold in one queue, or in the whole house when no queue is named. */
export const houseRules = (house: House | undefined, queueId?: string, queues: readonly Queue[] = []): HouseRules => ({
  levels: { ...house?.levels, ...(queueId && house?.queueLevels[queueId]) },
  policy: { ...policy, ...house?.numbers },
  lists: { ...lists, ...house?.lists },
  needs: queues.find(({ id }) => id === queueId),
});
