import type { ReactNode } from 'react';

export const Story = ({ of, children }: { of: string; children: ReactNode }) => (
  <section className="story-card" aria-label={of} data-story={of}>
    <h2>{of}</h2>
    {children}
  </section>
);
