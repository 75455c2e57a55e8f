import type { ReactNode } from 'react';
import './table.css';

export type Column<Item> = { name: string; hideName?: boolean; right?: boolean; /** Sentences: wraps, but not to crumbs. */ wide?: boolean; cell: (item: Item) => ReactNode };
export type TableProps<Item> = { /** On a phone each row stands by itself, what belongs to it below each other: for rows that are read, not compared. */ apart?: boolean; name: string; columns: Column<Item>[]; items: Item[]; keyOf: (item: Item) => string };

/** Rows and columns; the first column names the row. On a narrow screen it scrolls inside its card. */
export const Table = <Item,>({ apart, name, columns, items, keyOf }: TableProps<Item>) => (
  <div className="table-hold" role="group" aria-label={name} tabIndex={0}>
    <table className="table" data-apart={apart || undefined}>
      <thead className={columns.every(({ hideName }) => hideName) ? 'heard' : undefined}>
        <tr>
          {columns.map((column) => (
            <th key={column.name} scope="col" className={column.right ? 'table-right' : undefined}>
              {column.hideName ? <span className="heard">{column.name}</span> : column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={keyOf(item)}>
            {columns.map(({ name: title, cell, right, wide }, n) => {
              const Cell = n === 0 ? 'th' : 'td';
              return (
                <Cell key={title} data-name={title} scope={n === 0 ? 'row' : undefined} className={right ? 'table-right' : wide ? 'table-wide' : undefined}>
                  {cell(item)}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
