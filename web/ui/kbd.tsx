import { keyLabel } from '../platform/keys.ts';
import { useKeySettings } from '../platform/key-settings.ts';
import './kbd.css';

/** The key of an action as it stands on this keyboard; nothing when the person turned single keys off. */
export const Kbd = ({ keys }: { keys: string }) => {
  const label = keyLabel(keys, useKeySettings());
  return label ? (
    <kbd className="kbd" aria-hidden>
      {label}
    </kbd>
  ) : null;
};
