import { useNavigate } from '@tanstack/react-router';
import { Hand, Inbox, KeySquare, LifeBuoy, ListTree, LogOut, Mail, Moon, Monitor, ScrollText, ShieldCheck, Sun, Users, Workflow } from 'lucide-react';
import { memo, useState } from 'react';
import { useQueryOf } from '../platform/asking.ts';
import { isAdministrator, readsJournal, useMe, worksOnTasks } from '../platform/me.ts';
import { useSettled } from '../platform/settled.ts';
import { useTheme } from '../platform/theme.ts';
import { t } from '../platform/words.ts';
import { useActsOnOffer } from '../tasks/task-acts.ts';
import { CHANNEL_ICONS } from '../ui/channel.ts';
import { Palette, type Action } from '../ui/palette.tsx';
import { useOpenTask } from './use-open-task.ts';

type DeskPaletteProps = { open: boolean; onOpen: (open: boolean) => void; onSignOut: () => void };

/** Where to go, what to do, and any task by its words. */
export const DeskPalette = memo(({ open, onOpen, onSignOut }: DeskPaletteProps) => {
  const me = useMe();
  const navigate = useNavigate();
  const openTask = useOpenTask();
  const [, chooseTheme] = useTheme();
  const offered = useActsOnOffer();
  const [asked, setAsked] = useState('');
  const words = useSettled(asked.trim());
  const { data: found } = useQueryOf('tasks.search', { words, limit: 12 }, { enabled: open && words.length > 1 && worksOnTasks(me), staleTime: 5000 });
  const go = (to: string) => () => void navigate({ to });

  const actions: Action[] = [
    ...offered.map((act): Action => ({ id: `act ${act.label}`, icon: Hand, ...act })),
    ...(worksOnTasks(me) ? [{ id: 'work', label: t('Go to my work'), keys: 'g w', icon: Inbox, also: [t('queue'), t('inbox')], does: go('/') }] : []),
    ...(isAdministrator(me)
      ? [
          { id: 'people', label: t('Go to people'), icon: Users, also: [t('users'), t('agents'), t('settings')], does: go('/people') },
          { id: 'queues', label: t('Go to queues'), icon: Workflow, also: [t('settings'), t('mailbox')], does: go('/queues') },
          { id: 'mail', label: t('Go to mail'), icon: Mail, also: [t('settings'), t('test mail')], does: go('/mail') },
          { id: 'lists', label: t('Go to lists'), icon: ListTree, also: [t('settings'), t('task types'), t('close reasons')], does: go('/lists') },
          { id: 'tokens', label: t('Go to API tokens'), icon: KeySquare, also: [t('settings'), t('programs')], does: go('/tokens') },
          { id: 'rules', label: t('Go to the house rules'), icon: ShieldCheck, also: [t('settings'), t('policy')], does: go('/rules') },
        ]
      : []),
    ...(readsJournal(me) ? [{ id: 'journal', label: t('Go to the audit log'), icon: ScrollText, also: [t('history'), t('journal')], does: go('/journal') }] : []),
    { id: 'help', label: t('Quick help'), keys: 'g h', icon: LifeBuoy, also: [t('support'), t('error')], does: go('/help') },
    { id: 'light', label: t('Light'), icon: Sun, also: [t('theme')], does: () => chooseTheme('light') },
    { id: 'dark', label: t('Dark'), icon: Moon, also: [t('theme')], does: () => chooseTheme('dark') },
    { id: 'system', label: t('As the machine'), icon: Monitor, also: [t('theme')], does: () => chooseTheme('system') },
    { id: 'out', label: t('Sign out'), icon: LogOut, also: [t('log out')], does: onSignOut },
    // The desk has found them by any of their words, so what was asked stands among theirs.
    ...(found?.cards ?? []).map((card): Action => ({
      id: card.id,
      label: `${card.customerName}: ${card.subject.trim() || t('No subject')}`,
      icon: CHANNEL_ICONS[card.channel],
      also: [asked],
      does: () => openTask(card.id),
    })),
  ];

  return <Palette open={open} onOpen={onOpen} actions={actions} onAsk={setAsked} />;
});
