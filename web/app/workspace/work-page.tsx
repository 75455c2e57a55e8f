import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useQueryOf } from '../../platform/asking.ts';
import { useMe } from '../../platform/me.ts';
import { useRoom, type PaneScreen } from '../../platform/panes.ts';
import { SpotlightContext, type Spotlight } from '../../platform/spotlight.ts';
import { t } from '../../platform/words.ts';
import { TaskLists } from '../../tasks/task-lists.tsx';
import { useClaim } from '../../tasks/use-claim.ts';
import { focusFlow } from '../../ui/flow.tsx';
import { Panes } from '../../ui/panes.tsx';
import { FirstSteps } from './first-steps.tsx';
import { useListKeys } from './list-keys.ts';
import { NoTask } from './no-task.tsx';
import type { ComposerTab } from './task-composer.tsx';
import { TaskSide } from './task-side.tsx';
import { isFree, isHeldBy, TaskWork } from './task-work.tsx';
import './work-page.css';

/** My work: the lists, the open task, and what is known about it. */
export const WorkPage = () => {
  const navigate = useNavigate();
  const { person } = useMe();
  const { taskId = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQueryOf('tasks.workspace', { taskId }, { staleTime: 0, enabled: taskId !== '' });
  const held = useQueryOf('tasks.mine', {}).data?.held[0]?.id;
  const room = useRoom();
  const spotlight = useLight();
  const [view, setView] = useView(taskId);

  const left = useRef<string>(undefined);
  const go = (id: string) => {
    left.current = undefined;
    void navigate({ to: '/tasks/$taskId', params: { taskId: id } });
  };
  const toList = () => void navigate({ to: '/' });
  const claimed = useRef<string>(undefined);
  const claim = useClaim((id) => {
    claimed.current = id;
    go(id);
  });
  useListKeys(taskId, held !== undefined, claim);

  // Where all panes have room, what I hold stands open by itself; what I just gave away does not.
  const leave = () => {
    left.current = taskId;
    toList();
  };
  useEffect(() => {
    if (!taskId && held && held !== left.current && room !== 'phone') void navigate({ to: '/tasks/$taskId', params: { taskId: held }, replace: true });
  }, [taskId, held, room, navigate]);
  const known = taskId && data?.task.id === taskId ? data : undefined;
  const isMine = known !== undefined && isHeldBy(known, person.id);

  // The row is gone, and with it the focus: it goes where the work is.
  useEffect(() => {
    if (!isMine || claimed.current !== taskId) return;
    claimed.current = undefined;
    focusFlow();
  }, [isMine, taskId]);

  return (
    <SpotlightContext value={spotlight}>
      <Panes
        name="work"
        screen={view.sideIsOpen ? 'side' : taskId ? 'work' : 'list'}
        onScreen={(screen: PaneScreen) => {
          setView({ sideIsOpen: screen === 'side' });
          if (screen === 'list') toList();
        }}
        listName={t('My work and queue')}
        list={
          <>
            {/* A phone shows the lists alone. */}
            {room === 'phone' && <FirstSteps />}
            <TaskLists
              openId={taskId}
              onOpen={(id) => {
                claim.forget();
                go(id);
              }}
              claim={claim}
            />
          </>
        }
        work={known ? <TaskWork key={taskId} known={known} claim={claim} tab={view.tab} onTab={(tab) => setView({ tab })} onLeave={leave} /> : <NoTask asked={taskId !== ''} error={error} onRetry={() => void refetch()} onBack={toList} />}
        sideName={t('About this task')}
        side={known && !isFree(known) ? <TaskSide key={taskId} workspace={known} mayWork={isMine} onNote={isMine ? () => setView({ tab: 'note', sideIsOpen: false }) : undefined} /> : undefined}
      />
    </SpotlightContext>
  );
};

type View = { sideIsOpen: boolean; tab?: ComposerTab };

/** What is open of a task; another task begins anew. */
const useView = (taskId: string): [View, (part: Partial<View>) => void] => {
  const [kept, setKept] = useState<View & { taskId?: string }>();
  const view = kept?.taskId === taskId ? kept : { sideIsOpen: false };
  return [view, (part) => setKept({ ...view, ...part, taskId })];
};

const useLight = (): Spotlight => {
  const [lit, setLit] = useState<Spotlight['lit']>();
  return {
    lit,
    light: (source, bring) => setLit((before) => source && { ...source, bring: bring ? (before?.bring ?? 0) + 1 : undefined }),
  };
};
