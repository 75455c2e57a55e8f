import { ArrowLeft, Ellipsis, PanelRight, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { usePanes } from '../platform/panes.ts';
import { t } from '../platform/words.ts';
import { Button, type ButtonProps } from './button.tsx';
import { wholeOf } from './clamped.tsx';
import { IconButton } from './icon-button.tsx';
import { Menu } from './menu.tsx';
import './workspace-layout.css';

export type TaskAct = { label: string; does: () => void; icon?: LucideIcon; keys?: string; refused?: string; busy?: boolean; kind?: ButtonProps['kind']; /** Wanted seldom: it stands in the menu, so that the others keep to one line. */ rare?: boolean; /** More about it, for eyes that linger and for ears. */ tip?: string };

export type TaskHeadProps = {
  title: string;
  /** Who, kind, age, clocks: tags and words. */
  meta: ReactNode;
  /** The primary one last. On a phone they stand in a menu, and the thread keeps the room. */
  acts: TaskAct[];
  /** There is no side to go to. */
  alone?: boolean;
};

export const TaskHead = ({ title, meta, acts, alone }: TaskHeadProps) => {
  const { room, sideOpen, show } = usePanes();
  const shown = acts.filter(({ rare }) => !rare);
  const rare = acts.filter((act) => act.rare);
  const about = !alone && <IconButton kind="plain" icon={PanelRight} name={t('About this task')} aria-expanded={sideOpen} onClick={() => show(sideOpen ? 'work' : 'side')} />;

  if (room === 'phone')
    return (
      <header className="task-head">
        <div className="task-head-title">
          <IconButton icon={ArrowLeft} name={t('Back to the list')} onClick={() => show('list')} />
          <h1 className="clamped" data-tip={wholeOf(title)}>{title}</h1>
        </div>
        <div className="task-head-acts">
          {acts.length > 0 && <Menu trigger={<IconButton kind="plain" icon={Ellipsis} name={t('What to do with this task')} />} groups={[{ items: acts.toReversed() }]} />}
          {about}
        </div>
        <div className="task-head-meta">{meta}</div>
      </header>
    );

  return (
    <header className="task-head">
      <div className="task-head-title">
        <h1 className="clamped" data-tip={wholeOf(title)}>{title}</h1>
      </div>
      <div className="task-head-acts" role="group" aria-label={t('What to do with this task')}>
        {shown.slice(0, -1).map((act) => (
          <Act key={act.label} {...act} />
        ))}
        {rare.length > 0 && <Menu trigger={<IconButton kind="plain" icon={Ellipsis} name={t('More to do with this task')} />} groups={[{ items: rare }]} />}
        {shown.slice(-1).map((act) => (
          <Act key={act.label} kind="primary" {...act} />
        ))}
        {room === 'drawer' && about}
      </div>
      <div className="task-head-meta">{meta}</div>
    </header>
  );
};

const Act = ({ label, does, tip, rare: _rare, ...button }: TaskAct) => (
  <Button {...button} data-tip={tip} aria-description={tip} onClick={does}>
    {label}
  </Button>
);

export type WorkspaceProps = {
  head: ReactNode;
  /** Lies across the top of the work and never covers the composer. */
  callBar?: ReactNode;
  strip?: ReactNode;
  flow: ReactNode;
  composer?: ReactNode;
};

/** One task at work: goes into the `work` of `Panes`. */
export const Workspace = ({ head, callBar, strip, flow, composer }: WorkspaceProps) => (
  <>
    {head}
    {callBar}
    {strip && <div className="workspace-strip">{strip}</div>}
    {flow}
    {composer}
  </>
);

/** A stretch of the list, such as "My task" or "Queue", under its own heading. */
export const ListGroup = ({ title, count, children }: { title: string; count?: number; children: ReactNode }) => (
  <section className="list-group" aria-label={title}>
    <h2 className="list-group-title">
      {title}
      {count !== undefined && <span className="num">{count}</span>}
    </h2>
    {children}
  </section>
);

/** The side, as a phone shows it: with a way back. */
export const SideHead = ({ title }: { title: string }) => {
  const { room, show } = usePanes();
  return room === 'wide' ? null : (
    <div className="side-head">
      <IconButton icon={ArrowLeft} name={t('Back to the task')} onClick={() => show('work')} />
      {room === 'phone' ? <h1>{title}</h1> : <h2>{title}</h2>}
    </div>
  );
};
