import { Bell, Inbox } from 'lucide-react';
import { memo } from 'react';
import { ago } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { useNow } from '../ui/now.ts';
import { useNews } from './news.ts';

/** New tasks that still wait, as a list behind a bell. */
export const NewsBell = memo(({ onOpen }: { onOpen: (taskId: string) => void }) => {
  const news = useNews();
  const now = useNow(undefined, 30);
  return (
    <Menu
      trigger={<IconButton icon={Bell} name={news.length === 0 ? t('No new tasks') : t('{{count}} new tasks', { count: news.length })}>{news.length > 0 && <b className="num">{news.length}</b>}</IconButton>}
      groups={[
        {
          label: t('New tasks'),
          items:
            news.length === 0
              ? [{ label: t('Nothing new. It tells you by itself.'), refused: ' ', does: () => undefined }]
              : news.map(({ taskId, customerName, summary, at }) => ({ label: `${customerName}: ${summary.slice(0, 60)} · ${ago(at, now)}`, icon: Inbox, does: () => onOpen(taskId) })),
        },
      ]}
    />
  );
});
