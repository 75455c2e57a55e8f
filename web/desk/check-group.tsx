import { useId } from 'react';
import { CheckRow } from '../ui/check-row.tsx';
import './check-group.css';

type CheckGroupProps<Value extends string> = {
  label: string;
  hint?: string;
  error?: string;
  options: readonly { value: Value; label: string; says?: string }[];
  chosen: readonly Value[];
  /** The chosen ones, in the order of the options. */
  onChange: (chosen: Value[], turned: Value) => void;
};

/** Any number of several, each with what it means. */
export const CheckGroup = <Value extends string>({ label, hint, error, options, chosen, onChange }: CheckGroupProps<Value>) => {
  const id = useId();
  const turn = (turned: Value, on: boolean) =>
    onChange(options.map(({ value }) => value).filter((value) => (value === turned ? on : chosen.includes(value))), turned);

  return (
    <fieldset className="check-group" aria-describedby={`${id}says`}>
      <legend className="field-label">{label}</legend>
      {options.map(({ value, label: name, says }) => (
        <CheckRow key={value} label={name} says={says} checked={chosen.includes(value)} onChange={(on) => turn(value, on)} />
      ))}
      <div id={`${id}says`}>
        {hint && <p className="field-hint">{hint}</p>}
        <p className="field-error" role="status">
          {error}
        </p>
      </div>
    </fieldset>
  );
};
