import type { ComponentProps } from 'react';
import { Field, type FieldLabel } from './field.tsx';

export type TextFieldProps = FieldLabel & Omit<ComponentProps<'input'>, 'value' | 'onChange'> & { value: string; onChange: (text: string) => void };

export const TextField = ({ label, hint, error, optional, hideLabel, onChange, className = '', ...rest }: TextFieldProps) => (
  <Field {...{ label, hint, error, optional, hideLabel }}>
    {(ids) => <input {...rest} {...ids} className={`field-box ${className}`} onChange={(event) => onChange(event.target.value)} />}
  </Field>
);
