import { LoaderCircle, type LucideIcon } from 'lucide-react';
import { useId, type ComponentProps, type MouseEvent } from 'react';
import { useKeySettings } from '../platform/key-settings.ts';
import { spokenKeys } from '../platform/keys.ts';
import { announce } from './announce.ts';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import './button.css';

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  kind?: 'plain' | 'primary' | 'quiet' | 'danger';
  icon?: LucideIcon;
  /** The shortcut to show, such as `mod+enter`; who listens to it is `useKeys`. */
  keys?: string;
  /** Why it may not be pressed now. It stays in reach and says so; nothing is ever just grey. */
  refused?: string;
  /** What it started is not answered yet. */
  busy?: boolean;
};

export const Button = ({ kind = 'plain', icon, keys, refused, busy, onClick, children, className = '', 'data-tip': tip, ...rest }: ButtonProps & { 'data-tip'?: string }) => {
  const reason = useId();
  const settings = useKeySettings();
  const spoken = keys && spokenKeys(keys, settings);
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (!refused && !busy) return onClick?.(event);
    event.preventDefault();
    if (refused) announce(refused);
  };
  const shown = busy ? LoaderCircle : icon;

  return (
    <>
      <button
        type="button"
        {...rest}
        className={`button button-${kind} ${className}`}
        aria-disabled={refused || busy ? true : rest['aria-disabled']}
        aria-busy={busy || undefined}
        aria-describedby={refused ? reason : rest['aria-describedby']}
        aria-keyshortcuts={spoken ?? rest['aria-keyshortcuts']}
        data-tip={refused ?? tip}
        onClick={press}
      >
        {shown && <Icon of={shown} />}
        {children}
        {keys && <Kbd keys={keys} />}
      </button>
      {refused && (
        <span id={reason} hidden>
          {refused}
        </span>
      )}
    </>
  );
};
