import type { Queue } from '@firstline/domain/desk/queue.ts';
import { leads, ROLES, type Role } from '@firstline/domain/desk/role.ts';
import { useState } from 'react';
import { useCommand } from '../platform/asking.ts';
import { useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { CheckGroup } from './check-group.tsx';
import type { Member } from './known-facts.ts';
import { PersonSkills } from './person-skills.tsx';
import { ROLE_WORDS } from './role-words.ts';
import { useChosen } from './use-chosen.ts';
import { useSaidWithUndo } from './use-said-with-undo.ts';
import { WhyNot } from '../platform/why-not.tsx';

/** What a person may do and whose tasks they see; each turn is saved at once. */
export const PersonDoors = ({ person, queues }: { person: Member; queues: readonly Queue[] }) => (
  <div className="person-doors">
    <Roles person={person} />
    <Queues person={person} queues={queues} />
    <PersonSkills person={person} />
  </div>
);

const Roles = ({ person }: { person: Member }) => {
  const { id, name } = person;
  const isOwn = useMe().person.id === id;
  const [asked, setAsked] = useState<Role[]>();
  const [error, setError] = useState<string>();
  const set = useCommand('desk.setRoles');
  const say = useSaidWithUndo();
  const { shown, choose } = useChosen(person.roles, (roles) => set.ask({ personId: id, roles }));

  const save = async (roles: Role[]) => {
    setAsked(undefined);
    if (await choose(roles)) say(t('Roles of {{name}} saved.', { name }), () => void choose(shown));
  };
  const turn = (roles: Role[], turned: Role) => {
    setError(roles.length === 0 ? t('Somebody without a role can do nothing: give another first, or disable them.') : undefined);
    if (roles.length === 0) return;
    if (isOwn && turned === 'administrator') return setAsked(roles);
    void save(roles);
  };

  return (
    <div className="person-doors-one">
      <CheckGroup label={t('Roles')} options={ROLES.map((value) => ({ value, label: t(ROLE_WORDS[value].label), says: t(ROLE_WORDS[value].says) }))} chosen={shown} error={error} onChange={turn} />
      <WhyNot breaches={set.refused} problem={set.problem} />
      {asked && (
        <AskDialog
          open
          title={t('Give up your own keys?')}
          answers={
            <>
              <Button kind="danger" onClick={() => void save(asked)}>{t('Give them up')}</Button>
              <Button onClick={() => setAsked(undefined)}>{t('Keep them')}</Button>
            </>
          }
        >
          {t('You would no longer be an administrator, and could not take this back yourself.')}
        </AskDialog>
      )}
    </div>
  );
};

const Queues = ({ person, queues }: { person: Member; queues: readonly Queue[] }) => {
  const { id, name } = person;
  const set = useCommand('desk.setQueues');
  const say = useSaidWithUndo();
  const { shown, choose } = useChosen(person.queueIds, (queueIds) => set.ask({ personId: id, queueIds }));

  const save = async (queueIds: string[]) => {
    if (await choose(queueIds)) say(t('Queues of {{name}} saved.', { name }), () => void choose(shown));
  };
  const hint = leads(person) ? t('Their role reaches every queue; these are the ones they serve.') : t('Whose tasks they see and work on.');

  return (
    <div className="person-doors-one">
      <CheckGroup label={t('Queues')} options={queues.map(({ id: value, name: label }) => ({ value, label }))} chosen={shown} hint={queues.length === 0 ? t('There is no queue yet.') : hint} onChange={(next) => void save(next)} />
      <WhyNot breaches={set.refused} problem={set.problem} />
    </div>
  );
};
