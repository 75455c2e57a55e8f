import { alertsIn } from '@firstline/domain/assist/alert-terms.ts';
import { useMemo } from 'react';
import { useHouse } from './me.ts';
import './alerted.css';

/** A text in which the alert words of the house are marked. */
export const Alerted = ({ text }: { text: string }) => {
  const { alertTerms } = useHouse().lists;
  const alerts = useMemo(() => alertsIn(text, alertTerms), [text, alertTerms]);
  if (alerts.length === 0) return <>{text}</>;
  return (
    <>
      {alerts.map(({ start, end }, n) => (
        <span key={start}>
          {text.slice(alerts[n - 1]?.end ?? 0, start)}
          <mark className="alerted">{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(alerts.at(-1)?.end)}
    </>
  );
};
