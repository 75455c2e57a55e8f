import type { ComponentProps, ReactNode } from 'react';
import { Field, type FieldLabel } from './field.tsx';
import './text-area.css';

/** A stretch of the text, by its offsets, that a rule points at. */
export type Marked = { from: number; to: number };

export type TextAreaProps = FieldLabel &
  Omit<ComponentProps<'textarea'>, 'value' | 'onChange'> & {
    value: string;
    onChange: (text: string) => void;
    marks?: Marked[];
    /** Without a box of its own, for the composer. */
    bare?: boolean;
  };

/** Grows with its text: a twin of the same words behind it holds the height, and carries the marks. */
export const TextArea = ({ label, hint, error, optional, hideLabel, onChange, marks = [], bare, className = '', ...rest }: TextAreaProps) => (
  <Field {...{ label, hint, error, optional, hideLabel }}>
    {(ids) => (
      <div className={`text-area ${bare ? 'text-area-bare' : 'field-box'} ${className}`} data-invalid={ids['aria-invalid']}>
        <div className="text-area-twin" aria-hidden>
          {underlined(rest.value, marks)}{' '}
        </div>
        <textarea rows={1} {...rest} {...ids} className="text-area-own" onChange={(event) => onChange(event.target.value)} />
      </div>
    )}
  </Field>
);

const underlined = (text: string, marks: Marked[]): ReactNode[] => {
  const ordered = [...marks].sort((a, b) => a.from - b.from);
  return ordered
    .flatMap(({ from, to }, n) => [text.slice(ordered[n - 1]?.to ?? 0, from), <mark key={from}>{text.slice(from, to)}</mark>])
    .concat(text.slice(ordered.at(-1)?.to ?? 0));
};
