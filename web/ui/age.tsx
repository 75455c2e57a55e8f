import { ago, secondsSince } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { useNow } from './now.ts';
import './clock.css';

/** From so many hours on. */
export type AgeBands = { standard: number; prioritise: number; urgent: number };
export type Band = 'fresh' | 'standard' | 'prioritise' | 'urgent';

export const bandOf = (since: string, now: number, from: AgeBands = { standard: 1, prioritise: 4, urgent: 24 }): Band => {
  const hours = secondsSince(since, now) / 3600;
  if (hours > from.urgent) return 'urgent';
  if (hours > from.prioritise) return 'prioritise';
  return hours < from.standard ? 'fresh' : 'standard';
};

export const bandWord = (band: Band): string =>
  ({ fresh: t('Fresh'), standard: t('Standard'), prioritise: t('Prioritise'), urgent: t('Urgent') })[band];

/** How long it has waited, and in which band: by weight and colour, and by its word for ears and under the pointer. */
export const Age = ({ since, offset, bands }: { since: string; offset?: number; bands?: AgeBands }) => {
  const now = useNow(offset, 5);
  const band = bandOf(since, now, bands);
  const tone = { fresh: undefined, standard: undefined, prioritise: 'warn', urgent: 'stop' }[band];
  return (
    <time className="age" dateTime={since} data-band={tone} data-tip={bandWord(band)}>
      {ago(since, now)}
      <span className="heard">, {bandWord(band)}</span>
    </time>
  );
};
