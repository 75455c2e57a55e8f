import { useId, type ReactNode } from 'react';
import './card.css';

export type CardProps = { title?: string; aside?: ReactNode; children: ReactNode };

/** A sheet on the ground, for screens without panes. Never one inside another. */
export const Card = ({ title, aside, children }: CardProps) => {
  const id = useId();
  return (
    <section className="card" aria-labelledby={title && id}>
      {title && (
        <header className="card-head">
          <h2 id={id}>{title}</h2>
          {aside && <small className="num">{aside}</small>}
        </header>
      )}
      {children}
    </section>
  );
};
