import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';

/** A list of `Row`s, one stop for Tab: the arrows, Home and End move inside it. */
export const Rows = ({ name, children }: { name: string; children: ReactNode }) => {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    if (list.current) keepOneStop(list.current);
  });

  return (
    <ul className="rows" aria-label={name} ref={list} onKeyDown={moveFocus} onFocus={({ currentTarget }) => keepOneStop(currentTarget)}>
      {children}
    </ul>
  );
};

export const moveFocus = (event: KeyboardEvent<HTMLElement>): void => {
  const links = linksOf(event.currentTarget);
  const at = links.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  links[to]?.focus();
};

/** Tab stops at the row that has the focus, else at the one that is open, else at the first. */
export const keepOneStop = (list: HTMLElement): void => {
  const links = linksOf(list);
  const stop =
    links.find((link) => link === document.activeElement) ??
    links.find((link) => link.hasAttribute('aria-current')) ??
    links.find((link) => link.tabIndex === 0) ??
    links[0];
  for (const link of links) if (link.tabIndex !== (link === stop ? 0 : -1) || !link.hasAttribute('tabindex')) link.tabIndex = link === stop ? 0 : -1;
};

const linksOf = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('.row:not([inert]) > .row-link')];
