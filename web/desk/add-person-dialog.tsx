import type { Queue } from '@firstline/domain/desk/queue.ts';
import { ROLES, type Role } from '@firstline/domain/desk/role.ts';
import { joining } from '@firstline/domain/desk/rules/index.ts';
import { check } from '@firstline/domain/rule.ts';
import { useState } from 'react';
import type { Problem } from '../platform/api.ts';
import { useCommand } from '../platform/asking.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormDialog } from '../platform/form-dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { CheckGroup } from './check-group.tsx';
import { freeInitials } from './free-initials.ts';
import { HandOver } from './hand-over.tsx';
import { joiningFacts, type Member } from './known-facts.ts';
import { ROLE_WORDS } from './role-words.ts';
import { saidOfBreach } from '../ui/said-of-breach.ts';
import { useInviteLink } from './use-invite-link.ts';
import { WhyNot } from '../platform/why-not.tsx';
import './add-person-dialog.css';

type AddPersonDialogProps = { people: readonly Member[]; queues: readonly Queue[]; onClose: () => void };
type Written = { name: string; email: string; initials?: string; roles: Role[]; queueIds: string[] };

/** Adds a person, then shows the one-time link to hand over. */
export const AddPersonDialog = ({ people, queues, onClose }: AddPersonDialogProps) => {
  const [written, setWritten] = useState<Written>({ name: '', email: '', roles: ['agent'], queueIds: queues.length === 1 ? queues.map(({ id }) => id) : [] });
  const [addedId, setAddedId] = useState<string>();
  const add = useCommand('desk.addPerson');
  const link = useInviteLink();

  const name = written.name.trim();
  const email = written.email.trim();
  const initials = written.initials ?? freeInitials(name, people.flatMap((one) => (one.status === 'active' ? one.initials : [])));
  const breaches = addedId ? [] : check(joining, joiningFacts(people, { email, initials }));
  const wrong = (field: keyof typeof FIELDS) => (isWrong(add.problem, field) ? t(FIELDS[field]) : undefined);

  const write = (part: Partial<Written>) => {
    add.forget();
    setWritten({ ...written, ...part });
  };
  const save = async () => {
    if (breaches.length > 0) return;
    const answer = await add.ask({ ...written, name, email, initials: initials.trim() });
    const added = 'done' in answer && answer.done.find(({ type }) => type === 'person.added');
    if (!added) return;
    const { personId } = added as unknown as { personId: string };
    setAddedId(personId);
    await link.make(personId);
  };

  if (addedId)
    return (
      <Dialog
        open
        onClose={onClose}
        title={t('{{name}} is added', { name })}
        foot={
          <>
            {link.problem && <Button busy={link.busy} onClick={() => void link.make(addedId)}>{t('Try again')}</Button>}
            <Button onClick={onClose}>{t('Done')}</Button>
          </>
        }
      >
        {link.made ? <HandOver name={name} made={link.made} /> : link.busy && <p role="status">{t('Making their link')}</p>}
        <WhyNot breaches={link.refused} problem={link.problem} />
      </Dialog>
    );

  return (
    <FormDialog
      size="wide"
      title={t('Add a person')}
      does={t('Add and make their link')}
      asked={add}
      breaches={breaches}
      refused={saidOfBreach(breaches[0])}
      fields={Object.keys(FIELDS)}
      onDo={() => void save()}
      onClose={onClose}
    >
      <div className="add-person">
        <TextField label={t('Name')} value={written.name} error={wrong('name')} onChange={(text) => write({ name: text })} />
        <TextField label={t('Email')} type="email" hint={t('They sign in with it.')} value={written.email} error={wrong('email')} onChange={(text) => write({ email: text })} />
        <TextField label={t('Initials')} maxLength={5} hint={t('They end each email this person sends.')} value={initials} error={wrong('initials')} onChange={(text) => write({ initials: text })} />
        <div className="add-person-doors">
          <CheckGroup label={t('Roles')} options={ROLES.map((value) => ({ value, label: t(ROLE_WORDS[value].label), says: t(ROLE_WORDS[value].says) }))} chosen={written.roles} error={wrong('roles')} onChange={(roles) => write({ roles })} />
          <CheckGroup label={t('Queues')} options={queues.map(({ id, name: label }) => ({ value: id, label }))} chosen={written.queueIds} hint={queues.length === 0 ? t('There is no queue yet.') : t('Whose tasks they see and work on.')} onChange={(queueIds) => write({ queueIds })} />
        </div>
      </div>
    </FormDialog>
  );
};

/** What is wrong with a field, when the desk could not take it. */
const FIELDS = {
  name: 'Write a name, on one line.',
  email: 'Write a whole email address.',
  initials: 'Use one to five letters or digits, a letter first.',
  roles: 'Choose at least one role.',
};

const isWrong = (problem: Problem | undefined, field: string): boolean => problem?.issues?.some(({ path }) => path === field) ?? false;
