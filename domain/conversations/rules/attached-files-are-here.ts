import type { Rule } from '../../rule.ts';

export const attachedFilesAreHere: Rule<{ missing?: number }> = {
  name: 'attached-files-are-here',
  says: 'An attached file is no longer here. Remove it and attach it again.',
  strength: 'stops',
  from: ['R-142'],
  brokenBy: ({ missing = 0 }) => missing > 0,
};
