import { SearchX, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../platform/asking.ts';
import { isAdministrator, useMe } from '../platform/me.ts';
import { wasDone } from '../platform/was-done.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/empty.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.tsx';
import { TextField } from '../ui/text-field.tsx';
import { AddPersonDialog } from './add-person-dialog.tsx';
import { Unread } from '../platform/unread.tsx';
import { AdminPage } from './admin-page.tsx';
import { DisableDialog, EnableDialog } from './doors-dialog.tsx';
import type { Member } from './known-facts.ts';
import { LinkDialog } from './link-dialog.tsx';
import { ResetStepDialog } from './reset-step-dialog.tsx';
import { SecondStepCard } from './second-step-card.tsx';
import { PersonRow, type PersonAct } from './person-row.tsx';
import './people-page.css';

/** More than are seen at one glance. */
const MANY = 8;

/** Everybody who works here: who they are, what they may do, and whether they came in yet. */
export const PeoplePage = () => {
  const { data, error, isPending, refetch } = useQueryOf('desk.people', {}, { enabled: isAdministrator(useMe()) });
  const [find, setFind] = useState('');
  const [openId, setOpenId] = useState<string>();
  const [asked, setAsked] = useState<{ act: PersonAct | 'add'; personId?: string }>();

  const people = [...(data?.people ?? [])].sort(byStateAndName);
  const queues = data?.queues ?? [];
  const found = people.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(find.trim().toLowerCase()));
  const person = people.find(({ id }) => id === asked?.personId);
  const close = () => setAsked(undefined);
  const signOut = useCommand('desk.signOutEverywhere');
  const signOutOf = async ({ id, name }: Member) => {
    if (wasDone(await signOut.ask({ personId: id }))) toast(t('{{name}} is signed out everywhere.', { name }));
  };

  return (
    <AdminPage
      title={t('People')}
      says={t('Who works here, what they may do, and whose tasks they see. A change is saved at once and holds from their next click on.')}
      action={
        data && (
          <Button kind="primary" icon={UserPlus} onClick={() => setAsked({ act: 'add' })}>
            {t('Add a person')}
          </Button>
        )
      }
    >
      {isPending && <Skeleton kind="row" rows={4} />}
      {error && !data && <Unread error={error} onRetry={() => void refetch()} />}
      {data && (
        <Card title={t('Everybody')} aside={summary(people)}>
          {people.length > MANY && (
            <div className="people-find">
              <TextField label={t('Find a person')} hideLabel placeholder={t('Name or email')} type="search" value={find} onChange={setFind} />
            </div>
          )}
          {found.length === 0 && <Empty icon={SearchX} title={t('Nobody is called like this.')} action={<Button onClick={() => setFind('')}>{t('Show everybody')}</Button>} />}
          <ul className="sheet-list">
            {found.map((one) => (
              <PersonRow key={one.id} person={one} queues={queues} open={one.id === openId} onOpen={(open) => setOpenId(open ? one.id : undefined)} onAct={(act) => (act === 'sign-out' ? void signOutOf(one) : setAsked({ act, personId: one.id }))} />
            ))}
          </ul>
        </Card>
      )}
      {data && <SecondStepCard />}
      {asked?.act === 'reset-step' && person && <ResetStepDialog person={person} onClose={close} />}
      {asked?.act === 'add' && <AddPersonDialog people={people} queues={queues} onClose={close} />}
      {asked?.act === 'link' && person && <LinkDialog person={person} onClose={close} />}
      {asked?.act === 'disable' && person && <DisableDialog person={person} people={people} onClose={close} />}
      {asked?.act === 'enable' && person && <EnableDialog person={person} onClose={close} />}
    </AdminPage>
  );
};

const byStateAndName = (one: Member, other: Member): number => one.status.localeCompare(other.status) || one.name.localeCompare(other.name);

const summary = (people: readonly Member[]): string => {
  const active = people.filter(({ status }) => status === 'active');
  const waited = active.filter(({ joined }) => !joined).length;
  const all = t('{{n}} active', { n: active.length });
  return waited > 0 ? `${all} · ${t('{{n}} without a password yet', { n: waited })}` : all;
};
