import { measureElement, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { useLeaving } from './leaving.ts';
import { keepOneStop, moveFocus } from './rows.tsx';

/** Where a row stands in a list of which only a part is drawn. Goes to the `Row` as `place`. */
export type RowPlace = { index: number; of: number; ref: Ref<HTMLLIElement> };

export type VirtualListProps<Item> = {
  name: string;
  items: Item[];
  keyOf: (item: Item) => string;
  /** Pixels of an ordinary row, until it is measured. */
  estimate?: number;
  children: (item: Item, place: RowPlace, leaving: boolean) => ReactNode;
};

/** A list of any length: only the rows in view are drawn. It scrolls with the pane around it. */
export const VirtualList = <Item,>({ name, items, keyOf, estimate = 76, children }: VirtualListProps<Item>) => {
  const list = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);
  const staying = useLeaving(items, keyOf);
  const usual = useRef(estimate);
  const scroller = useCallback(() => list.current?.closest<HTMLElement>('.panes-list, .scrolls') ?? null, []);

  const rows = useVirtualizer({
    count: staying.length,
    getScrollElement: scroller,
    // A row that comes is as high as the others were, so that it seldom moves them twice.
    estimateSize: () => usual.current,
    // Only what the browser has laid out anyway is measured; to ask would make it do so at each row.
    measureElement: (row, entry, own) => (entry ? (usual.current = measureElement(row, entry, own)) : (own.itemSizeCache.get(own.options.getItemKey(own.indexFromElement(row))) ?? usual.current)),
    getItemKey: (index) => (staying[index] ? keyOf(staying[index].item) : index),
    overscan: 4,
    scrollMargin: margin,
  });
  useLayoutEffect(() => {
    if (list.current) keepOneStop(list.current);
  });
  // What stands above in the same pane pushes this list down: drawn anew with it, or grown by itself.
  useLayoutEffect(() => {
    const [pane, own] = [scroller(), list.current];
    if (!pane || !own) return;
    const measure = () => setMargin(Math.round(own.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop));
    const grown = new ResizeObserver(measure);
    const watchAll = () => [...pane.children].forEach((part) => grown.observe(part));
    const drawn = new MutationObserver(() => (watchAll(), measure()));
    drawn.observe(pane, { childList: true });
    watchAll();
    measure();
    return () => (grown.disconnect(), drawn.disconnect());
  }, [scroller]);

  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    const end = { Home: 0, End: staying.length - 1 }[event.key];
    if (end === undefined) return moveFocus(event);
    event.preventDefault();
    rows.scrollToIndex(end);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-index="${end}"] > .row-link`)?.focus());
  };

  const drawn = rows.getVirtualItems();
  const [first, last] = [drawn[0], drawn.at(-1)];
  return (
    <ul
      className="rows"
      aria-label={name}
      ref={list}
      style={{ paddingTop: first ? first.start - margin : 0, paddingBottom: last ? rows.getTotalSize() - (last.end - margin) : 0 }}
      onKeyDown={move}
      onFocus={({ currentTarget }) => keepOneStop(currentTarget)}
    >
      {drawn.map(({ index, key }) => {
        const row = staying[index];
        return row && <Keyed key={key}>{children(row.item, { index, of: staying.length, ref: rows.measureElement }, row.leaving)}</Keyed>;
      })}
    </ul>
  );
};

const Keyed = ({ children }: { children: ReactNode }) => children;
