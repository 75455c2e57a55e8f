import { randomUUID } from 'node:crypto';
import { PROFILES } from '@firstline/domain/desk/profiles/index.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import type { Desk } from '../platform/desk.ts';
import { readHouse } from './house-of.ts';

/** A profile named at the start sets up a new desk. Settings that somebody made stay: a restart takes nothing back. Answers what to say. */
export const firstProfile = async (desk: Desk, profile: string): Promise<string> => {
  if (!PROFILES.some(({ id }) => id === profile)) return `There is no profile “${profile}”. Choose one of: ${PROFILES.map(({ id }) => id).join(', ')}.`;
  if (await readHouse(desk.pool)) return 'This desk has settings of its own, and they stay. A profile is applied under Settings, House rules.';
  const command = desk.parts.commands.find(({ spec }) => spec.name === 'desk.applyProfile');
  const outcome = command && (await desk.run(command, { profile }, voice('system'), { commandId: randomUUID() }));
  return outcome?.status === 200 ? `The settings are those of the profile “${profile}”.` : `The profile “${profile}” could not be applied.`;
};
