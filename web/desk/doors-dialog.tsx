import { leaving } from '@firstline/domain/desk/rules/index.ts';
import { check } from '@firstline/domain/rule.ts';
import { useCommand } from '../platform/asking.ts';
import { useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { toast } from '../ui/toast.tsx';
import { leavingFacts, type Member } from './known-facts.ts';
import { saidOfBreach } from './said-of-breach.ts';
import { WhyNot } from './why-not.tsx';

type DoorsDialogProps = { person: Member; people: readonly Member[]; onClose: () => void };

/** Asks before every door is taken from somebody. */
export const DisableDialog = ({ person, people, onClose }: DoorsDialogProps) => {
  const disable = useCommand('desk.disablePerson');
  const { name } = person;
  const own = useMe().person.id === person.id;
  const breaches = check(leaving, leavingFacts(people, person));
  const unheard = disable.refused.filter(({ rule }) => breaches.every((breach) => breach.rule !== rule));

  const go = async () => {
    if (!('done' in (await disable.ask({ personId: person.id })))) return;
    toast(t('{{name}} is disabled.', { name }));
    onClose();
  };

  return (
    <AskDialog
      open
      title={own ? t('Disable yourself?') : t('Disable {{name}}?', { name })}
      answers={
        <>
          <Button kind="danger" busy={disable.busy} refused={saidOfBreach(breaches[0])} onClick={() => void go()}>
            {t('Disable')}
          </Button>
          <Button onClick={onClose}>{t('Keep as it is')}</Button>
        </>
      }
    >
      {own
        ? t('You are signed out at once, and only another administrator can let you in again.')
        : t('They are signed out everywhere at once and cannot sign in. A link they have not used ends. Their history stays, and you can enable them again.')}
      <WhyNot refused={[...breaches, ...unheard]} problem={disable.problem} />
    </AskDialog>
  );
};

/** Asks before somebody gets their doors back. */
export const EnableDialog = ({ person, onClose }: Omit<DoorsDialogProps, 'people'>) => {
  const enable = useCommand('desk.enablePerson');
  const { name } = person;

  const go = async () => {
    if (!('done' in (await enable.ask({ personId: person.id })))) return;
    toast(t('{{name}} is enabled.', { name }));
    onClose();
  };

  return (
    <AskDialog
      open
      title={t('Enable {{name}}?', { name })}
      answers={
        <>
          <Button onClick={onClose}>{t('Keep as it is')}</Button>
          <Button kind="primary" busy={enable.busy} onClick={() => void go()}>
            {t('Enable')}
          </Button>
        </>
      }
    >
      {person.joined ? t('They can sign in again with their password, with the roles and queues shown here.') : t('They have no password yet: make a new link for them afterwards.')}
      <WhyNot refused={enable.refused} problem={enable.problem} />
    </AskDialog>
  );
};
