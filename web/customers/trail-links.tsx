import { useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';

/** For managers: everything that was said and done with one customer, on paper or as a file. */
export const TrailLinks = ({ customerId }: { customerId: string }) => {
  const { person } = useMe();
  if (!person.roles.includes('manager')) return null;
  const trail = (as: 'html' | 'csv') => `/api/customers.trail?${new URLSearchParams({ customerId, as })}`;
  return (
    <p className="section-from">
      {t('Contact trail')}:{' '}
      <a href={trail('html')} target="_blank" rel="noreferrer">
        {t('print')}
      </a>{' '}
      · <a href={trail('csv')}>{t('export')}</a>
    </p>
  );
};
