import type { Queue } from '@firstline/domain/desk/queue.ts';
import { leads, ROLES } from '@firstline/domain/desk/role.ts';
import { ChevronDown, Ellipsis, KeyRound, Link, LogOut, UserCheck, UserX } from 'lucide-react';
import { useId } from 'react';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Tag } from '../ui/tag.tsx';
import type { Member } from './known-facts.ts';
import { PersonDoors } from './person-doors.tsx';
import { ROLE_WORDS } from './role-words.ts';

export type PersonAct = 'link' | 'disable' | 'enable' | 'sign-out' | 'reset-step';
type PersonRowProps = { person: Member; queues: readonly Queue[]; open: boolean; onOpen: (open: boolean) => void; onAct: (act: PersonAct) => void };

/** One person; opened, with all that they may do. */
export const PersonRow = ({ person, queues, open, onOpen, onAct }: PersonRowProps) => {
  const id = useId();
  const { name, email, initials, roles, status } = person;
  const served = queues.filter((queue) => person.queueIds.includes(queue.id)).map((queue) => queue.name);
  const active = status === 'active';

  return (
    <li className="person" data-disabled={!active || undefined}>
      <div className="person-line">
        <div className="person-who">
          <abbr className="person-initials" title={t('Ends their emails with “{{initials}}”', { initials })}>
            {initials}
          </abbr>
          <div>
            <p className="person-name">{name}</p>
            <p className="person-email">{email}</p>
          </div>
        </div>
        <div className="person-roles">
          {ROLES.filter((role) => roles.includes(role)).map((role) => (
            <Tag key={role} tone={role === 'administrator' ? 'accent' : 'off'}>
              {t(ROLE_WORDS[role].label)}
            </Tag>
          ))}
        </div>
        <p className="person-queues">{served.join(', ') || (leads(person) ? t('Reaches every queue') : t('No queue'))}</p>
        <div className="person-state">
          <State person={person} />
        </div>
        <div className="person-acts">
          <Button icon={ChevronDown} className="person-open" aria-expanded={open} aria-controls={id} aria-label={t('Change the roles and queues of {{name}}', { name })} onClick={() => onOpen(!open)}>
            {t('Change')}
          </Button>
          <Menu
            trigger={<IconButton icon={Ellipsis} name={t('More for {{name}}', { name })} />}
            groups={[
              {
                items: [
                  { label: t('New link'), icon: Link, does: () => onAct('link'), refused: active ? undefined : t('Enable them first.') },
                  { label: t('Sign out everywhere'), icon: LogOut, does: () => onAct('sign-out') },
                  ...(person.secondStep ? [{ label: t('Reset the second step'), icon: KeyRound, does: () => onAct('reset-step') }] : []),
                  active
                    ? { label: t('Disable'), icon: UserX, danger: true, does: () => onAct('disable') }
                    : { label: t('Enable'), icon: UserCheck, does: () => onAct('enable') },
                ],
              },
            ]}
          />
        </div>
      </div>
      <div id={id} hidden={!open}>
        {open && <PersonDoors person={person} queues={queues} />}
      </div>
    </li>
  );
};

const State = ({ person: { status, joined } }: { person: Member }) => {
  if (status === 'disabled') return <Tag dot>{t('Disabled')}</Tag>;
  return joined ? <Tag tone="ok" dot>{t('Active')}</Tag> : <Tag tone="warn" dot>{t('No password yet')}</Tag>;
};
