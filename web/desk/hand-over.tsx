import { clockTime } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { useNow } from '../ui/now.ts';
import { CopyField } from './copy-field.tsx';
import type { InviteLink } from './use-invite-link.ts';

/** The one-time link, to be handed over by whatever way reaches the person. */
export const HandOver = ({ name, made: { link, until } }: { name: string; made: InviteLink }) => {
  const when = clockTime(until, useNow(undefined, 60));
  return (
    <CopyField
      label={t('Link for {{name}}', { name })}
      value={link}
      hint={t('Works once, until {{when}}. Hand it to them alone: whoever has it can sign in as them. It is not shown again.', { when })}
    />
  );
};
