import { examples } from '@firstline/testing/examples.ts';
import { expect, test } from 'vitest';
import type { Role } from '../../desk/role.ts';
import { AUTHORITY_LIMITS, type GrantKind } from '../authority.ts';
import { withinOnesAuthority } from './within-ones-authority.ts';

const give = (kind: GrantKind, amount: number, roles: Role[], given = 0, authorityLimits = AUTHORITY_LIMITS) => ({
  task: { grants: given > 0 ? [{ id: 'g1', kind: 'refund' as const, amount: given, words: '', by: 'ana', at: '' }] : undefined },
  by: { roles },
  grant: { kind, amount },
  authorityLimits,
});

examples(withinOnesAuthority, {
  breaks: [
    give('refund', 50.01, ['agent']),
    give('refund', 30, ['agent'], 20.01),
    give('price', 26, ['agent']),
    give('promise', 51, ['agent']),
    give('refund', 1, ['reviewer']),
    give('refund', 1, ['agent'], 0, []),
    give('refund', 501, ['agent', 'account-team']),
  ],
  keeps: [
    give('refund', 50, ['agent']),
    give('refund', 29.9, ['agent'], 20.1),
    give('promise', 50, ['agent'], 40),
    give('refund', 500, ['agent', 'account-team']),
    give('price', 5000, ['manager']),
  ],
});

test('R-218 The refusal says how much one may give and what was given already', () =>
  expect(withinOnesAuthority.because?.(give('refund', 40, ['agent'], 20))).toBe('You may give up to 50 on one task; 20 is given already.'));
