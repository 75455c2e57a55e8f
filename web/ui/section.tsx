import { useId, type ReactNode } from 'react';
import './section.css';

export type SectionProps = { title: string; aside?: ReactNode; children: ReactNode };

export const Section = ({ title, aside, children }: SectionProps) => {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <header className="section-head">
        <h2 id={id}>{title}</h2>
        {aside && <span className="section-aside">{aside}</span>}
      </header>
      {children}
    </section>
  );
};

/** The paragraph a section is read for. */
export const Lead = ({ children }: { children: ReactNode }) => <p className="section-lead">{children}</p>;

/** Where it comes from, what is open: under the lead. */
export const From = ({ children }: { children: ReactNode }) => <p className="section-from">{children}</p>;
