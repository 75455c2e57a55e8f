import { AtSign, Inbox } from 'lucide-react';
import { memo, useEffect } from 'react';
import { useCommand, useQueryOf } from '../platform/asking.ts';
import { ago } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { useNow } from '../ui/now.ts';

/** Notes that called upon somebody, also while they were away; each leaves once its task was opened. */
export const CalledUpon = memo(({ openId, onOpen }: { openId?: string; onOpen: (taskId: string) => void }) => {
  const { data, refetch } = useQueryOf('tasks.mentions', {});
  const { ask } = useCommand('tasks.seeMentions');
  const now = useNow(undefined, 30);
  const mentions = data?.mentions ?? [];
  const seen = mentions.some(({ taskId }) => taskId === openId) ? openId : undefined;
  useEffect(() => {
    if (seen) void ask({ taskId: seen }).then(() => refetch());
    // Asked once for each task: what was not taken in is shown until the task is opened again.
  }, [seen]);
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
