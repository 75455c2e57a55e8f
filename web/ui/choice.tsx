import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Option } from './select.tsx';
import './field.css';
import './choice.css';

export type ChoiceProps<Value extends string> = {
  label: string;
  hint?: ReactNode;
  error?: string;
  options: readonly (Option<Value> & {
    /** Why this one may not be taken now. It stays readable. */
    refused?: string;
  })[];
  value: Value | undefined;
  onChange: (value: Value) => void;
};

/** One of several, each with what it means. Arrows move, letters jump to a label. */
export const Choice = <Value extends string>({ label, hint, error, options, value, onChange }: ChoiceProps<Value>) => {
  const id = useId();
  const typed = useRef({ letters: '', at: 0 });

  const called = (letters: string) => options.find((option) => !option.refused && option.label.toLowerCase().startsWith(letters));
  const jump = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return;
    const begun = event.timeStamp - typed.current.at > 800 ? '' : typed.current.letters;
    const letter = event.key.toLowerCase();
    // Letters typed together narrow down; one that fits no longer begins anew.
    const hit = called(begun + letter) ?? called(letter);
    typed.current = { letters: called(begun + letter) ? begun + letter : letter, at: event.timeStamp };
    if (!hit) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLInputElement>(`input[value="${CSS.escape(hit.value)}"]`)?.focus();
    onChange(hit.value);
  };

  return (
    <fieldset className="choice" aria-describedby={error ? `${id}error` : undefined} aria-invalid={error ? true : undefined} data-takes-letters onKeyDown={jump}>
      <legend className="field-label">{label}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      <div className="choice-list">
        {options.map((option) => (
          <label key={option.value} className="choice-option">
            <input
              type="radio"
              className="choice-radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              disabled={Boolean(option.refused)}
              aria-describedby={option.says || option.refused ? `${id}${option.value}` : undefined}
              onChange={() => onChange(option.value)}
            />
            <span className="choice-label">{option.label}</span>
            {(option.says || option.refused) && (
              <small className="choice-says" id={`${id}${option.value}`}>
                {option.refused ?? option.says}
              </small>
            )}
          </label>
        ))}
      </div>
      <p className="field-error" id={`${id}error`} role="status">
        {error}
      </p>
    </fieldset>
  );
};
