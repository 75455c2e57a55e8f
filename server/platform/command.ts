import { createHash } from 'node:crypto';
import type { CommandSpec } from '@firstline/contract/spec.ts';
import type { Actor } from '@firstline/domain/desk/role.ts';
import type { DeskEvent, Recorded } from '@firstline/domain/event.ts';
import { check, standing, type Breach, type HouseRules, type Rule } from '@firstline/domain/rule.ts';
import type { z } from 'zod';
import { canonical } from './journal.ts';
import type { Reader } from './reader.ts';
import type { Fragment } from './fragment.ts';

/** The subject is not there, or not for this person to see: the asker cannot tell which. */
export const NOT_THERE = Symbol('not there');

export type Asked<Input> = {
  input: Input;
  by: Actor;
  /** The database's time, ISO 8601. */
  now: string;
  house: HouseRules;
  /** The n-th id this command hands out; the same ones when it is judged again. */
  newId: () => string;
};

export type Gathering<Input> = Omit<Asked<Input>, 'now' | 'house'> & { house: (queueId?: string) => Promise<HouseRules> };

/** What somebody may ask the desk to do: what it needs to know, what it is judged by, what then has happened. */
export type Command<Input = unknown, Facts = unknown> = {
  spec: CommandSpec<Input>;
  facts: (read: Reader, asked: Gathering<Input>) => Promise<Facts | typeof NOT_THERE>;
  /** The queue whose house rules hold; the whole house's when absent. */
  queueOf?: (facts: Facts) => string;
  rules: readonly Rule<Facts>[];
  decide: (facts: Facts, asked: Asked<Input>) => DeskEvent[];
  /** Rows beside the events that are no history themselves: a draft, a sign of life, a session that ends. */
  soft?: (facts: Facts, asked: Asked<Input>) => Fragment[];
  /** `false`: it has soft rows alone. No event tells of it, done or refused, and no answer is kept: asked twice, it writes the same again. */
  history?: false;
};

// A list of commands is a list of different inputs and facts; each is checked where it is written.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyCommand = Command<any, any>;

export const command = <Shape extends z.ZodType, Facts>(
  of: Omit<Command<z.infer<Shape>, Facts>, 'spec'> & { spec: Omit<CommandSpec, 'input'> & { input: Shape } },
): Command<z.infer<Shape>, Facts> => of as unknown as Command<z.infer<Shape>, Facts>;

/** What came of asking. */
export type Outcome =
  | { status: 200; done: Recorded<DeskEvent>[] }
  | { status: 422; refused: Breach[] }
  | { status: 403 | 404 }
  | { status: 409; because: 'other-input' | 'busy' };

export type Asking = {
  /** The asker's own key for this asking: the same key is the same asking. */
  commandId: string;
  /** Rules whose warning the asker passes knowingly. */
  acknowledged?: readonly string[];
};

export const fingerprint = (name: string, input: unknown, by: Actor): string =>
  createHash('sha256')
    .update(`${name}\n${by.id}\n${canonical(input)}`)
    .digest('base64url');

/** What stands against it, and what was passed knowingly. */
export const judge = <Facts>(
  rules: readonly Rule<Facts>[],
  facts: Facts,
  house: HouseRules,
  acknowledged: readonly string[],
): { refused: Breach[]; passed: Breach[] } => {
  const breaches = check(rules, facts, house.levels);
  const refused = standing(breaches, acknowledged);
  return { refused, passed: refused.length > 0 ? [] : breaches };
};
