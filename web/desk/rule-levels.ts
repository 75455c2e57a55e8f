import { levelOf, type HouseRules, type Level } from '@firstline/domain/rule.ts';
import type { HouseRule } from '@firstline/domain/rules.ts';

export const LEVEL_WORDS: Record<Level, { label: string; says: string }> = {
  enforced: { label: 'Enforced', says: 'Nobody passes it.' },
  warned: { label: 'Warned', says: 'Passable by who says so; the journal keeps that.' },
  off: { label: 'Off', says: 'It is silent.' },
};
export const LEVELS = Object.keys(LEVEL_WORDS) as Level[];

export const shippedLevel = (rule: HouseRule): Level => levelOf(rule, {});

/** Where the level that holds comes from. */
export type Holding = { level: Level; from: 'shipped' | 'house' | 'queue' };

export const holdingLevel = (rule: HouseRule, house: HouseRules['levels'], queue: HouseRules['levels'] = {}): Holding => {
  const own = queue[rule.name];
  if (own) return { level: own, from: 'queue' };
  const level = levelOf(rule, house);
  return { level, from: level === shippedLevel(rule) ? 'shipped' : 'house' };
};
