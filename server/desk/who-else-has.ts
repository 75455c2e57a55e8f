import type { Joining } from '@firstline/domain/desk/rules/index.ts';
import type { Reader } from '../platform/reader.ts';

/** Who else has this email address or these initials. */
export const whoElseHas = async (
  read: Reader,
  { email, initials }: { email: string; initials: string },
  personId = '',
): Promise<Joining> => {
  const [found] = await read.rows<{ emailIsOf: string | null; initialsAreOf: string | null }>(
    `select
       (select name from people where lower(email) = lower($1) and id <> $3) as "emailIsOf",
       (select name from people where lower(initials) = lower($2) and id <> $3 and status = 'active') as "initialsAreOf"`,
    [email, initials, personId],
  );
  return { emailIsOf: found?.emailIsOf ?? undefined, initialsAreOf: found?.initialsAreOf ?? undefined };
};
