import type { KeySettings } from './key-settings.ts';

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const IS_MAC = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

/** The keys of an event as we write them: `c`, `shift+c`, `?`, `mod+enter`. `mod` is Ctrl, and on a Mac Cmd. */
export const chordOf = (event: Pressed, mac = IS_MAC): string => {
  const key = keyOf(event);
  const bare = key.length === 1 && !/[\p{L}\p{N}]/u.test(key);
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  // Shift already chose which sign a sign is, so only letters and named keys carry it.
  return [mod && 'mod', other && (mac ? 'ctrl' : 'meta'), event.altKey && 'alt', event.shiftKey && !bare && 'shift', key]
    .filter(Boolean)
    .join('+');
};

// On a keyboard without Latin letters the place of the key speaks: "с" on a Cyrillic board is C.
const keyOf = ({ key, code }: Pressed): string => {
  if (key === ' ') return 'space';
  const latin = /^Key([A-Z])$/.exec(code ?? '')?.[1];
  return (latin && /[^\x20-\x7f]/.test(key) ? latin : key).toLowerCase();
};

/** A key that types a character: it must never act inside a text field, and a person may turn it off. */
export const isSingle = (keys: string): boolean => keys.split(' ').every((chord) => /^(shift\+)?(.|space)$/u.test(chord));

/** The keys a person uses for a shipped shortcut; nothing when they turned single keys off. */
export const keysInUse = (keys: string, { single, instead }: KeySettings): string | undefined => {
  const own = instead[keys] ?? keys;
  return isSingle(own) && !single ? undefined : own;
};

export const keyLabel = (keys: string, settings: KeySettings, mac = IS_MAC): string | undefined =>
  keysInUse(keys, settings)
    ?.split(' ')
    .map((chord) => chord.split('+').filter(Boolean).map((part) => (mac ? MAC[part] : PC[part]) ?? SIGNS[part] ?? part.toUpperCase()).join(mac ? '' : ' '))
    .join(' ');

/** The same for `aria-keyshortcuts`, which has names of its own. */
export const spokenKeys = (keys: string, settings: KeySettings, mac = IS_MAC): string | undefined =>
  keysInUse(keys, settings)
    ?.split(' ')
    .map((chord) => chord.split('+').filter(Boolean).map((part) => (part === 'mod' ? (mac ? 'Meta' : 'Control') : part[0]?.toUpperCase() + part.slice(1))).join('+'))
    .join(' ');

const PC: Record<string, string> = { mod: 'Ctrl', alt: 'Alt', shift: 'Shift', meta: 'Win' };
const MAC: Record<string, string> = { mod: '⌘', alt: '⌥', shift: '⇧', ctrl: '⌃' };
const SIGNS: Record<string, string> = { enter: '↵', escape: 'Esc', arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→', space: 'Space' };
