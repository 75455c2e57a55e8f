import type { ReactNode } from 'react';
import './sheet.css';

export type SheetProps = { title: ReactNode; says?: ReactNode; action?: ReactNode; children: ReactNode };

/** A screen of cards under one heading, as wide as lines stay readable. */
export const Sheet = ({ title, says, action, children }: SheetProps) => (
  <div className="sheet">
    <header className="sheet-head">
      <div>
        <h1>{title}</h1>
        {says && <p className="sheet-says">{says}</p>}
      </div>
      {action}
    </header>
    {children}
  </div>
);
