import { useId, type ReactNode } from 'react';
import './check-row.css';

export type CheckRowProps = {
  label: ReactNode;
  says?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Done things step back: for a sub-task, not for a setting. */
  strikes?: boolean;
  /** The desk found it done by itself; what it saw. */
  found?: string;
};

export const CheckRow = ({ label, says, checked, onChange, strikes, found }: CheckRowProps) => {
  const id = useId();
  return (
    <label className="check-row" data-done={(strikes && checked) || undefined}>
      <input type="checkbox" className="check-row-box" checked={checked} aria-describedby={says || found ? id : undefined} onChange={(event) => onChange(event.target.checked)} />
      <span className="check-row-label">{label}</span>
      {(says || found) && (
        <small className="check-row-says" id={id}>
          {found ?? says}
        </small>
      )}
    </label>
  );
};
