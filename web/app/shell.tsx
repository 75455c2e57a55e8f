import { Link, Outlet, useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import { ContactRound, Hand, History, Inbox, Settings } from 'lucide-react';
import { memo, useCallback, useEffect, useRef, useState } from 'react';
import { AvatarMenu, type AvatarMenuProps } from '../desk/avatar-menu.tsx';
import { useSingleKeys } from '../desk/single-keys.ts';
import { useQueryOf } from '../platform/asking.ts';
import { useKeys } from '../platform/keys.ts';
import { useLine, type Line } from '../platform/live.ts';
import { signOut } from '../platform/session.ts';
import { isAdministrator, leadsOthers, readsJournal, useMe, worksOnTasks } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { CalledUpon } from '../tasks/called-upon.tsx';
import { clearShelf } from '../tasks/draft-shelf.ts';
import { Inactivity } from '../tasks/inactivity.tsx';
import { NewsBell } from '../tasks/news-bell.tsx';
import { useOwnDesk, useOwnMenu } from '../tasks/use-own-desk.ts';
import { useReleased } from '../tasks/released.ts';
import { HeldTag } from '../tasks/held-tag.tsx';
import { KeySheet } from '../ui/key-sheet.tsx';
import { Offline } from '../ui/offline.tsx';
import { Tag } from '../ui/tag.tsx';
import { toast } from '../ui/toast.tsx';
import { DeskPalette } from './desk-palette.tsx';
import { Frame, type Place } from './frame.tsx';
import { Outdated } from './outdated.tsx';
import { useTitle } from './title.ts';
import { useOpenTask } from './use-open-task.ts';
import { watchTyping } from './writing.ts';

/** What stands around every screen of the desk. */
export const Shell = ({ line }: { line: () => Line | undefined }) => {
  const me = useMe();
  const navigate = useNavigate();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const { taskId } = useParams({ strict: false });
  const works = worksOnTasks(me);
  const { data: badges } = useQueryOf('tasks.badges', {}, { enabled: works });
  const { data: mine } = useQueryOf('tasks.mine', {}, { enabled: works });
  const { silentSince, outdated } = useLine();
  const [isFinding, setIsFinding] = useState(false);
  const released = useReleased();
  const chooseSingleKeys = useSingleKeys();
  useFirstScreen(path, (to) => void navigate({ to, replace: true }));

  useEffect(watchTyping, []);

  const openTask = useOpenTask();
  const go = (to: string) => void navigate({ to });
  const held = mine?.held ?? [];
  const waiting = Object.values(badges?.waiting ?? {}).reduce((sum, n) => sum + n, 0);
  useTitle(waiting, path);
  useFollowed(line, [...(taskId ? [taskId] : []), ...held.map(({ id }) => id)], badges !== undefined);
  useKeys({ 'g o': { says: t('Go to the contact history'), does: () => go('/contacts') }, 'g c': { says: t('Find a customer'), does: () => go('/customers') }, 'g w': { says: t('Go to my work'), does: () => go('/') }, 'g h': { says: t('Quick help'), does: () => go('/help') } });
  // The task went while the person was elsewhere: its page says so and leads back.
  const releasedId = released?.taskId;
  useEffect(() => {
    if (releasedId) openTask(releasedId);
  }, [releasedId, openTask]);

  const leave = useCallback(() => void signOutOf(me.person.id), [me.person.id]);
  const isCustomers = path.startsWith('/customers');
  const isSettings = SETTINGS.some((address) => path.startsWith(address));
  const isInHand = path.startsWith('/in-hand');
  const places: Place[] = [
    ...(works ? [{ name: t('My work'), icon: Inbox, href: '/', current: !isSettings && !isCustomers && !isInHand && path !== '/contacts', count: waiting, countSays: t('{{count}} waiting', { count: waiting }) }] : []),
    ...(works ? [{ name: t('Contact history'), icon: History, href: '/contacts', current: path === '/contacts' }] : []),
    ...(leadsOthers(me) ? [{ name: t('In hand'), icon: Hand, href: '/in-hand', current: isInHand }] : []),
    ...(works || isAdministrator(me) ? [{ name: t('Customers'), icon: ContactRound, href: '/customers', current: isCustomers }] : []),
    ...(readsJournal(me) ? [{ name: t('Settings'), icon: Settings, href: isAdministrator(me) ? '/people' : '/journal', current: isSettings }] : []),
  ];

  return (
    <Frame
      places={places}
      onGo={go}
      presence={held[0] && <HeldTag card={held[0]} onOpen={openTask} />}
      counters={works && badges && <Tag>{waiting === 0 ? t('Nothing waits') : t('{{count}} waiting', { count: waiting })}</Tag>}
      onSearch={() => setIsFinding(true)}
      bell={works && <><CalledUpon openId={taskId} onOpen={openTask} /><NewsBell onOpen={openTask} /></>}
      me={<Corner onSingleKeys={chooseSingleKeys} onSignOut={leave} />}
      banner={
        <>
          <Offline since={silentSince} onRetry={() => line()?.retry()} />
          {outdated && <Outdated />}
        </>
      }
    >
      <Outlet />
      {held.map((card) => (
        <Inactivity key={card.id} card={card} onReturned={() => go('/')} />
      ))}
      <KeySheet key={path} onSingle={chooseSingleKeys} more={<p className="key-sheet-more"><Link to="/help">{t('Quick help: what to do when something goes wrong')}</Link></p>} />
      <DeskPalette open={isFinding} onOpen={setIsFinding} onSignOut={leave} />
    </Frame>
  );
};

/** The person's own corner. What comes and goes at the desk is none of its business. */
const Corner = memo((acts: Pick<AvatarMenuProps, 'onSingleKeys' | 'onSignOut'>) => {
  const ownMenu = useOwnMenu();
  return <AvatarMenu more={worksOnTasks(useMe()) ? ownMenu : []} {...acts} />;
});

const signOutOf = async (personId: string): Promise<void> => {
  const heard = await signOut();
  if ('problem' in heard) return void toast(heard.problem.title, { tone: 'stop' });
  clearShelf(personId);
  // A fresh page: nothing that was read stays in this browser's memory.
  location.assign('/sign-in');
};

const SETTINGS = ['/people', '/queues', '/mail', '/lists', '/rules', '/tokens', '/import', '/journal'];

/** Whoever comes in without an address of their own begins where they chose to; the start stays in reach afterwards. */
const useFirstScreen = (path: string, go: (to: string) => void): void => {
  const { known, own } = useOwnDesk();
  const isDone = useRef(path !== '/');
  useEffect(() => {
    if (!known || isDone.current) return;
    isDone.current = true;
    if (own.firstScreen === 'contacts' && path === '/') go('/contacts');
  });
};

/** Tells the desk which tasks this screen shows, so that it hears all about them. */
const useFollowed = (line: () => Line | undefined, shown: string[], stands: boolean): void => {
  const followed = [...new Set(shown)].join();
  useEffect(() => {
    if (stands) line()?.follow(followed.split(',').filter(Boolean));
  }, [line, followed, stands]);
};
