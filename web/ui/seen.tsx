import { useEffect, useRef, type ReactNode } from 'react';

type SeenProps = {
  /** What it is, for whoever leads there. */
  name: string;
  /** Nobody needs to be told any more. */
  done: boolean;
  seconds?: number;
  onSeen: () => void;
  children: ReactNode;
};

/** Says when its piece has stood before somebody's eyes for a moment: in view, on a page that is shown. */
export const Seen = ({ name, done, seconds = 1, onSeen, children }: SeenProps) => {
  const place = useRef<HTMLDivElement>(null);
  const tell = useRef(onSeen);
  useEffect(() => {
    tell.current = onSeen;
  });
  useEffect(() => {
    const piece = place.current?.firstElementChild;
    if (done || !piece) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watch = new IntersectionObserver(
      ([entry]) => {
        clearTimeout(timer);
        if (entry && isInView(entry)) timer = setTimeout(() => document.visibilityState === 'visible' && tell.current(), seconds * 1000);
      },
      { threshold: [0, 0.25, 0.5, 0.75, 1] },
    );
    watch.observe(piece);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
    };
  }, [done, seconds]);
  return (
    <div ref={place} className="seen" data-seen={name}>
      {children}
    </div>
  );
};

/** Half of it, or as much as a glance takes in where it is long. */
const isInView = ({ intersectionRatio, intersectionRect }: IntersectionObserverEntry): boolean => intersectionRatio >= 0.5 || intersectionRect.height >= 240;

/** Leads the eye to it. */
export const showSeen = (name: string): void => {
  const piece = document.querySelector<HTMLElement>(`[data-seen="${name}"] > *`);
  piece?.scrollIntoView({ block: 'nearest' });
};
