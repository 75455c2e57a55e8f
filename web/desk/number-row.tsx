import { policy, type Policy } from '@firstline/domain/policy.ts';
import { useId, useState, type FormEvent } from 'react';
import { useCommand } from '../platform/asking.ts';
import { useHouse } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { keptNumber, mostOf, NUMBER_WORDS, shownNumber } from './house-numbers.ts';
import { useChosen } from './use-chosen.ts';
import { useSaidWithUndo } from './use-said-with-undo.ts';
import { WhyNot } from '../platform/why-not.tsx';

/** One number of the house: typed in its unit, saved with Enter, and led back to what was shipped. */
export const NumberRow = ({ name }: { name: keyof Policy }) => {
  const id = useId();
  const words = NUMBER_WORDS[name];
  const [typed, setTyped] = useState<string>();
  const [error, setError] = useState<string>();
  const set = useCommand('desk.setNumber');
  const say = useSaidWithUndo();
  const { shown, choose } = useChosen(useHouse().policy[name], (value) => set.ask({ name, value }));
  const changed = typed !== undefined && typed.trim() !== shownNumber(shown, words);
  const inWords = (value: number) => `${shownNumber(value, words)} ${t(words.unit)}`;

  const save = async (value: number) => {
    if (!(await choose(value))) return;
    setTyped(undefined);
    say(t('{{number}}: {{value}} from now on.', { number: t(words.label), value: inWords(value) }), () => void choose(shown));
  };
  const enter = (event: FormEvent) => {
    event.preventDefault();
    const value = keptNumber(typed ?? '', words);
    setError(value === undefined ? t('Write a number from 1 to {{most}}.', { most: mostOf(words) }) : undefined);
    if (value !== undefined && changed) void save(value);
  };

  return (
    <li className="number-line">
      <label htmlFor={id} className="number-words">
        {t(words.label)} <small id={`${id}says`}>{t(words.says)}</small>
      </label>
      <form className="number-form" noValidate onSubmit={enter}>
        <input
          id={id}
          className="field-box num number-box"
          inputMode="decimal"
          autoComplete="off"
          value={typed ?? shownNumber(shown, words)}
          aria-describedby={`${id}says ${id}unit ${id}error`}
          aria-invalid={error ? true : undefined}
          onChange={(event) => (setTyped(event.target.value), setError(undefined), set.forget())}
        />
        <span id={`${id}unit`} className="number-unit">
          {t(words.unit)}
        </span>
        {changed ? (
          <>
            <Button kind="primary" type="submit" busy={set.busy}>{t('Save')}</Button>
            <Button kind="quiet" onClick={() => (setTyped(undefined), setError(undefined))}>{t('Cancel')}</Button>
          </>
        ) : shown === policy[name] ? (
          <small>{t('shipped')}</small>
        ) : (
          <Button kind="quiet" busy={set.busy} aria-label={t('{{number}}: back to {{value}}, as shipped', { number: t(words.label), value: inWords(policy[name]) })} onClick={() => void save(policy[name])}>
            {t('Back to {{n}}', { n: shownNumber(policy[name], words) })}
          </Button>
        )}
      </form>
      <div className="rule-why-not">
        <p className="field-error" id={`${id}error`} role="status">
          {error}
        </p>
        <WhyNot breaches={set.refused} problem={set.problem} />
      </div>
    </li>
  );
};
