import { t } from '../platform/words.ts';
import './tries.css';

/** So many of so many, as a row of bars with its words. */
export const Tries = ({ made, needed }: { made: number; needed: number }) => (
  <span className="tries" role="img" aria-label={t('{{made}} of {{needed}}', { made, needed })}>
    {Array.from({ length: Math.max(made, needed) }, (_, n) => (
      <i key={n} data-on={n < made || undefined} />
    ))}
  </span>
);
