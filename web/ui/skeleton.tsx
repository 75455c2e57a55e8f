import { t } from '../platform/words.ts';
import './skeleton.css';

export type SkeletonProps = { rows?: number; kind?: 'row' | 'line' | 'message' };

/** Keeps the layout while something is fetched. It shows itself only after 150 ms, so that what is quick does not flicker. */
export const Skeleton = ({ rows = 3, kind = 'line' }: SkeletonProps) => (
  <div className="skeleton" role="status">
    <span className="heard">{t('Loading')}</span>
    {Array.from({ length: rows }, (_, n) => (
      <div key={n} className={`skeleton-${kind}`} aria-hidden>
        <i />
        <i />
        {kind !== 'line' && <i />}
      </div>
    ))}
  </div>
);
