import { leaving } from '@firstline/domain/desk/rules/index.ts';
import { check } from '@firstline/domain/rule.ts';
import { useCommand } from '../platform/asking.ts';
import { useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { leavingFacts, type Member } from './known-facts.ts';
import { saidOfBreach } from '../ui/said-of-breach.ts';
import { SureDialog } from './sure-dialog.tsx';

type DoorsDialogProps = { person: Member; people: readonly Member[]; onClose: () => void };

/** Asks before every door is taken from somebody. */
export const DisableDialog = ({ person, people, onClose }: DoorsDialogProps) => {
  const disable = useCommand('desk.disablePerson');
  const { name } = person;
  const own = useMe().person.id === person.id;
  const breaches = check(leaving, leavingFacts(people, person));
  return (
    <SureDialog
      title={own ? t('Disable yourself?') : t('Disable {{name}}?', { name })}
      does={t('Disable')}
      onDo={() => disable.ask({ personId: person.id })}
      done={t('{{name}} is disabled.', { name })}
      asked={disable}
      refused={saidOfBreach(breaches[0])}
      breaches={breaches}
      onClose={onClose}
    >
      {own
        ? t('You are signed out at once, and only another administrator can let you in again.')
        : t('They are signed out everywhere at once and cannot sign in. A link they have not used ends. Their history stays, and you can enable them again.')}
    </SureDialog>
  );
};

/** Asks before somebody gets their doors back. */
export const EnableDialog = ({ person, onClose }: Omit<DoorsDialogProps, 'people'>) => {
  const enable = useCommand('desk.enablePerson');
  const { name } = person;
  return (
    <SureDialog
      harmless
      title={t('Enable {{name}}?', { name })}
      does={t('Enable')}
      onDo={() => enable.ask({ personId: person.id })}
      done={t('{{name}} is enabled.', { name })}
      asked={enable}
      onClose={onClose}
    >
      {person.joined ? t('They can sign in again with their password, with the roles and queues shown here.') : t('They have no password yet: make a new link for them afterwards.')}
    </SureDialog>
  );
};
