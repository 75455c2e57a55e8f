import { deskQueries } from '@firstline/contract/desk.ts';
import { PROFILES } from '@firstline/domain/desk/profiles/index.ts';
import { query } from '../../platform/query.ts';
import { readerOf } from '../../platform/reader.ts';
import { profileChanges } from '../commands/apply-profile.ts';
import { readHouse } from '../house-of.ts';
import type { ListUses } from '../list-uses.ts';

/** Every profile with what it would change now. */
export const profiles = (uses: ListUses) =>
  query({
    spec: deskQueries.profiles,
    answer: async ({ pool }) => {
      const { reader } = readerOf(pool);
      const house = await readHouse(pool);
      return { profiles: await Promise.all(PROFILES.map(async (profile) => ({ id: profile.id, label: profile.label, says: profile.says, changes: await profileChanges(reader, uses, house, profile) }))) };
    },
  });
