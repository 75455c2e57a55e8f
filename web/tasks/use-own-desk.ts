import { BARE, type FirstScreen, type Notices, type SavedView } from '@firstline/domain/tasks/own-desk.ts';
import { BellRing, History, Inbox, Mail, Volume2, type LucideIcon } from 'lucide-react';
import { useCommand, useQueryOf } from '../platform/asking.ts';
import { wasDone } from '../platform/was-done.ts';
import { t } from '../platform/words.ts';
import { toast } from '../ui/toast.tsx';
import { askForDesktop } from './tell-news.ts';

/** What this person arranged for themselves, and how to arrange it anew. */
export const useOwnDesk = () => {
  const { data } = useQueryOf('tasks.own', {});
  const views = useCommand('tasks.setViews');
  const notices = useCommand('tasks.setNotices');
  const screen = useCommand('tasks.setFirstScreen');
  const own = data ?? BARE;
  return {
    known: data !== undefined,
    own,
    setViews: async (next: SavedView[]) => wasDone(await views.ask({ views: next })),
    setNotices: async (part: Partial<Notices>) => wasDone(await notices.ask({ ...own.notices, ...part })),
    setFirstScreen: async (next: FirstScreen) => wasDone(await screen.ask({ screen: next })),
  };
};

type Item = { label: string; icon: LucideIcon; checked: boolean; does: () => void };

/** The same as items of the person's own menu. */
export const useOwnMenu = (): { label: string; items: Item[] }[] => {
  const { own, setNotices, setFirstScreen } = useOwnDesk();
  const { sound, desktop, mail } = own.notices;
  const turnDesktop = async () => {
    if (!desktop && !(await askForDesktop())) return toast(t('This browser shows no notices of the desk. Allow them in its settings first.'), { tone: 'stop' });
    await setNotices({ desktop: !desktop });
  };
  return [
    {
      label: t('New tasks'),
      items: [
        { label: t('With a sound'), icon: Volume2, checked: sound, does: () => void setNotices({ sound: !sound }) },
        { label: t('On my desktop'), icon: BellRing, checked: desktop, does: () => void turnDesktop() },
        { label: t('By mail'), icon: Mail, checked: mail, does: () => void setNotices({ mail: !mail }) },
      ],
    },
    {
      label: t('First screen'),
      items: [
        { label: t('My work'), icon: Inbox, checked: own.firstScreen === 'work', does: () => void setFirstScreen('work') },
        { label: t('Contact history'), icon: History, checked: own.firstScreen === 'contacts', does: () => void setFirstScreen('contacts') },
      ],
    },
  ];
};
