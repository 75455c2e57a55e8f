import { useEffect, useRef } from 'react';
import { TextField } from '../ui/text-field.tsx';

type CodeFieldProps = { label: string; hint?: string; value: string; error?: string; focused?: boolean; onChange: (code: string) => void };

/** Six digits of the app, or a backup code. */
export const CodeField = ({ label, hint, value, error, focused, onChange }: CodeFieldProps) => {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  return <TextField ref={field} label={label} hint={hint} name="firstline-code" autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} maxLength={40} value={value} error={error} onChange={onChange} />;
};
