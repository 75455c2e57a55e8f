import { useId, type ReactNode } from 'react';
import './field.css';

export type FieldLabel = { label: string; hint?: ReactNode; error?: string; optional?: string; hideLabel?: boolean };
export type Ids = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

/** A label, its control, a hint, and what is wrong: tied together for ears as they are for eyes. */
export const Field = ({ label, hint, error, optional, hideLabel, children }: FieldLabel & { children: (ids: Ids) => ReactNode }) => {
  const id = useId();
  const says = [hint && `${id}hint`, error && `${id}error`].filter(Boolean).join(' ');

  return (
    <div className="field">
      <label className={hideLabel ? 'heard' : 'field-label'} htmlFor={id}>
        {label} {optional && <small>{optional}</small>}
      </label>
      {children({ id, 'aria-describedby': says || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p className="field-hint" id={`${id}hint`}>
          {hint}
        </p>
      )}
      <p className="field-error" id={`${id}error`} role="status">
        {error}
      </p>
    </div>
  );
};
