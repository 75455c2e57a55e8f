import { AtSign, Inbox } from 'lucide-react';
import { memo, useEffect } from 'react';
import { ask } from '../platform/api.ts';
import { useQueryOf } from '../platform/asking.ts';
import { ago } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { useNow } from '../ui/now.ts';

/** Notes that called upon somebody, also while they were away; each leaves once its task was opened. */
export const CalledUpon = memo(({ openId, onOpen }: { openId?: string; onOpen: (taskId: string) => void }) => {
  const { data, refetch } = useQueryOf('tasks.mentions', {});
  const now = useNow(undefined, 30);
  const mentions = data?.mentions ?? [];
  const seen = mentions.some(({ taskId }) => taskId === openId) ? openId : undefined;
  useEffect(() => {
    // Asked once: what was not taken in is shown until the task is opened again.
    if (seen) void ask('tasks.seeMentions', { taskId: seen }).then(() => refetch());
  }, [seen, refetch]);
  if (mentions.length === 0) return null;
  const says = t('{{count}} notes call upon you', { count: mentions.length });
  return (
    <Menu
      trigger={<IconButton icon={AtSign} name={says}><b className="num">{mentions.length}</b></IconButton>}
      groups={[
        {
          label: says,
          items: mentions.map(({ taskId, customerName, by, at }) => ({
            label: t('{{name}}, on {{customer}}', { name: data?.names[by] ?? t('A colleague'), customer: `${customerName} · ${ago(at, now)}` }),
            icon: Inbox,
            does: () => onOpen(taskId),
          })),
        },
      ]}
    />
  );
});
