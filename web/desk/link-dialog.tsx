import type { Person } from '@firstline/domain/desk/person.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { HandOver } from './hand-over.tsx';
import { useInviteLink } from './use-invite-link.ts';
import { WhyNot } from '../platform/why-not.tsx';

type LinkDialogProps = { person: Person & { joined: boolean }; onClose: () => void };

/** A new one-time link for somebody who lost theirs, or forgot their password. */
export const LinkDialog = ({ person, onClose }: LinkDialogProps) => {
  const { make, made, busy, problem, refused } = useInviteLink();
  const says = person.joined
    ? t('With it they choose a new password. Until then the old one works; an older link ends now.')
    : t('With it they choose a password and come in. An older link ends now.');

  return (
    <Dialog
      open
      onClose={onClose}
      title={made ? t('Hand this link over') : t('New link for {{name}}', { name: person.name })}
      says={made ? undefined : says}
      foot={
        made ? (
          <Button onClick={onClose}>{t('Done')}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('Cancel')}</Button>
            <Button kind="primary" busy={busy} onClick={() => void make(person.id)}>
              {t('Make the link')}
            </Button>
          </>
        )
      }
    >
      {made && <HandOver name={person.name} made={made} />}
      <WhyNot breaches={refused} problem={problem} />
    </Dialog>
  );
};
