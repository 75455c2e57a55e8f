import { ArrowDown } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { t } from '../platform/words.ts';
import { Button } from './button.tsx';
import './flow.css';

export type FlowProps = {
  name: string;
  /** Changes with each message, so that the newest comes into view: their number, or the last one's id. */
  newest: string | number;
  children: ReactNode;
};

/** The thread. It stays at its end while the reader is there; who has scrolled up is told, not moved. */
export const Flow = ({ name, newest, children }: FlowProps) => {
  const flow = useRef<HTMLDivElement>(null);
  const said = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [missed, setMissed] = useState(false);
  const [live, setLive] = useState(false);

  const toEnd = () => flow.current?.scrollTo({ top: flow.current.scrollHeight });
  const look = () => {
    const { scrollTop, clientHeight, scrollHeight } = flow.current ?? document.body;
    atEnd.current = scrollHeight - scrollTop - clientHeight < 40;
    if (atEnd.current) setMissed(false);
  };

  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
    else setMissed(true);
  }, [newest]);
  // A composer that grows takes its room from here, and a mail that did not leave says why under itself: the end stays in view all the same.
  useEffect(() => {
    if (!flow.current || !said.current) return;
    const watch = new ResizeObserver(() => atEnd.current && toEnd());
    watch.observe(flow.current);
    watch.observe(said.current);
    setLive(true);
    return () => watch.disconnect();
  }, []);

  return (
    <div className="flow-hold">
      <div className="flow" role="log" aria-label={name} tabIndex={0} ref={flow} onScroll={look} data-live={live || undefined}>
        <div className="flow-said" ref={said}>
          {children}
        </div>
      </div>
      {missed && (
        <Button icon={ArrowDown} className="flow-missed" onClick={toEnd}>
          {t('New message')}
        </Button>
      )}
    </div>
  );
};

/** Puts the hand on the thread, where single letters act and arrows scroll. */
export const focusFlow = (): void => document.querySelector<HTMLElement>('.flow')?.focus();

/** A day, or another stretch of the thread, by its name. */
export const Stretch = ({ children }: { children: ReactNode }) => <p className="flow-stretch">{children}</p>;
