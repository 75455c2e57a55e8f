import type { Me } from '@firstline/contract/desk.ts';
import type { TaskEvent } from '@firstline/domain/tasks/task.ts';
import type { OwnDesk } from '@firstline/domain/tasks/own-desk.ts';
import { QueryClient } from '@tanstack/react-query';
import { evolveImports, evolveRecord } from '../customers/customers-live.ts';
import { evolveMe, evolvePeople } from '../desk/desk-live.ts';
import { onDone, problemOf, read } from '../platform/api.ts';
import type { QueryName } from '../platform/doors.ts';
import { makeLiveCache, type Evolvers, type LiveEntry } from '../platform/live-cache.ts';
import { openLine, type Line } from '../platform/live.ts';
import { rulesOf, worksOnTasks } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { serverNow } from '../ui/now.ts';
import { toast } from '../ui/toast.tsx';
import { evolveBadges } from '../tasks/badges-live.ts';
import { evolveContacts } from '../tasks/contacts-live.ts';
import { evolveHistory } from '../tasks/history-live.ts';
import { evolveInHand } from '../tasks/in-hand-live.ts';
import { evolveMentions } from '../tasks/mentions-live.ts';
import { evolveMine } from '../tasks/mine-live.ts';
import { hearNews, recallNews } from '../tasks/news.ts';
import { evolveOwn } from '../tasks/own-live.ts';
import { evolveReranks } from '../tasks/reranking-live.ts';
import { evolveQueueList } from '../tasks/queue-live.ts';
import { setReleased } from '../tasks/released.ts';
import { noticeFor } from './notices.ts';
import { tellNews } from '../tasks/tell-news.ts';
import { evolveWorkspace } from '../tasks/workspace-live.ts';

const PASSING = new Set(['no-answer', 'busy', 'not-ready', 'too-many']);

/** Entries from before the first number are told again: an answer may have been read a moment earlier. */
const OVERLAP = 20;

export type StartedDesk = { client: QueryClient; line: () => Line | undefined; open: () => () => void };

/** A person's own desk in this browser: what was read, and the line that keeps it true. */
export const startDesk = (me: Me, openTask: (taskId: string) => void): StartedDesk => {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        queryFn: ({ queryKey: [name, input] }) => cache.read(name as QueryName, input as never),
        // What happens is pushed; nothing grows old by itself.
        staleTime: Infinity,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (failures, error) => failures < 3 && PASSING.has(problemOf(error).code),
        retryDelay: (failures) => 800 * 2 ** failures * (0.6 + 0.8 * Math.random()),
      },
    },
  });
  const cache = makeLiveCache(client, evolversOf(me, () => client.getQueryData<Me>(['desk.me', {}]) ?? me));
  client.setQueryData(['desk.me', {}], me);
  let line: Line | undefined;

  const open = () => {
    let isLeft = false;
    const stopHearing = onDone((done) => line?.awaitEcho(done));
    const start = async () => {
      const after = worksOnTasks(me) ? await firstNumber(client) : undefined;
      if (isLeft) return;
      if (worksOnTasks(me)) void recall(me);
      line = openLine({
        cache,
        build: me.build,
        after,
        onEntry: (entry, fresh) => {
          if (!fresh) return;
          noticeRelease(entry, me);
          const news = hearNews(entry, client.getQueryData<Me>(['desk.me', {}]) ?? me);
          if (news) tellNews(news, () => client.getQueryData<OwnDesk>(['tasks.own', {}])?.notices, openTask);
          const notice = noticeFor(entry, me);
          if (notice) toast(notice.says, { seconds: 30, tone: notice.urgent ? 'stop' : 'plain', open: () => openTask(notice.taskId) });
        },
        onReturn: () => afterBreak(client),
        onBroken: () => void client.invalidateQueries({ queryKey: ['desk.me'] }),
      });
    };
    void start();
    return () => {
      isLeft = true;
      stopHearing();
      line?.close();
      line = undefined;
    };
  };
  return { client, line: () => line, open };
};

const evolversOf = ({ person }: Me, now: () => Me): Evolvers => ({
  'tasks.waiting': evolveQueueList(person, () => rulesOf(now()).lists.teams),
  'tasks.mine': evolveMine(person),
  'tasks.inHand': evolveInHand,
  'tasks.badges': evolveBadges,
  'tasks.workspace': evolveWorkspace(person),
  'tasks.history': evolveHistory,
  'customers.record': evolveRecord,
  'customers.imports': evolveImports,
  'tasks.own': evolveOwn,
  'tasks.contacts': evolveContacts,
  'tasks.mentions': evolveMentions(person),
  'tasks.reranking': evolveReranks,
  'desk.me': evolveMe,
  'desk.people': evolvePeople,
  'conversations.mailSetup': (data, { kind }) => (kind === 'mailTest' ? { data, again: 'now' } : { data }),
});

/** The bell rings on after a reload; where the newest cannot be read, it begins anew. */
const recall = async (me: Me): Promise<void> => {
  const page = await read('tasks.waiting', { order: 'newest', limit: 20 }).catch(() => undefined);
  if (page) recallNews(page.cards, serverNow(), rulesOf(me).lists.taskTypes);
};

const firstNumber = async (client: QueryClient): Promise<number | undefined> => {
  try {
    const { seq } = await client.fetchQuery<{ seq: number }>({ queryKey: ['tasks.badges', {}] });
    return Math.max(0, seq - OVERLAP);
  } catch {
    return undefined;
  }
};

/** What failed while the line was down is read again; rights may have changed as well. */
const afterBreak = (client: QueryClient): void => {
  void client.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
  void client.invalidateQueries({ queryKey: ['desk.me'] });
};

const noticeRelease = ({ event: heard }: LiveEntry, { person }: Me): void => {
  const event = heard as unknown as TaskEvent;
  if (event.type === 'task.returned' && event.cause === 'inactivity' && event.from === person.id) setReleased({ taskId: event.taskId, at: heard.at });
  if (event.type === 'task.withdrawn' && event.from === person.id) setReleased({ taskId: event.taskId, at: heard.at, reason: event.personal?.reason ?? '' });
  if (event.type === 'task.assigned' && event.to === person.id) toast(t('A supervisor gave you a task: {{reason}}', { reason: event.personal?.reason ?? '' }), { seconds: 15 });
  if (event.type === 'task.cameBack' && event.to === person.id) toast(event.cause === 'reply' ? t('A customer answered: your parked task is back.') : t('The time to wait is over: your parked task is back.'), { seconds: 15 });
};
