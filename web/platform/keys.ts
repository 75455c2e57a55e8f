import { createContext, useContext, useEffect, useLayoutEffect, useRef } from 'react';
import { chordOf, keysInUse } from './key-names.ts';
import { keySettings } from './key-settings.ts';

export { keyLabel, spokenKeys } from './key-names.ts';

export type Act = (event: KeyboardEvent) => void;
/** With `says` it stands in the `?` sheet; with `repeat` it goes on while the key is held. */
export type Binding = Act | { does: Act; says?: string; repeat?: boolean };
export type Listed = { keys: string; says: string; scope: string };

type Entry = { keys: string; scope: string; layer: string; binding: () => Binding };

const entries = new Set<Entry>();
const layers: string[] = ['desk'];
let begun: { keys: string; at: number } | undefined;

/** The layer a piece stands on. An open dialog is a layer of its own, and what lies below it hears no key. */
export const KeyLayerContext = createContext('desk');

export const raiseLayer = (layer: string) => {
  layers.push(layer);
  return () => void layers.splice(layers.lastIndexOf(layer), 1);
};

/** Listens for keys while the piece is on screen: `useKeys({ c: claim, 'mod+enter': send, 'g q': goToQueue })`. */
export const useKeys = (bindings: Record<string, Binding>, { scope = 'Desk', when = true } = {}): void => {
  const latest = useRef(bindings);
  useLayoutEffect(() => void (latest.current = bindings));
  const layer = useContext(KeyLayerContext);
  const all = Object.keys(bindings).join('\n');

  useEffect(() => {
    if (!when || !all) return;
    const own = all.split('\n').map((keys): Entry => ({ keys, scope, layer, binding: () => latest.current[keys] ?? (() => {}) }));
    for (const entry of own) entries.add(entry);
    return () => own.forEach((entry) => entries.delete(entry));
  }, [all, scope, layer, when]);
};

/** What could be pressed now, for the `?` sheet: the newest binding of each key, and none that is turned off. */
export const activeKeys = (): Listed[] => {
  const seen = new Set<string>();
  return listening().flatMap(({ keys, scope, binding }) => {
    const bound = binding();
    if (seen.has(keys)) return [];
    seen.add(keys);
    return typeof bound === 'function' || !bound.says ? [] : [{ keys, says: bound.says, scope }];
  });
};

const listening = (): Entry[] =>
  [...entries].reverse().filter(({ keys, layer }) => layer === layers.at(-1) && keysInUse(keys, keySettings()));

const hear = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.isComposing || event.key === undefined || MODIFIERS.has(event.key)) return;
  const chord = chordOf(event);
  if (belongsToField(event, chord)) return;

  const pressed = begun && event.timeStamp - begun.at < 1000 ? `${begun.keys} ${chord}` : chord;
  begun = undefined;
  const found = listening().map((entry) => ({ entry, keys: keysInUse(entry.keys, keySettings()) }));
  const hit = found.find(({ keys }) => keys === pressed) ?? found.find(({ keys }) => keys === chord);
  if (!hit) {
    if (found.some(({ keys }) => keys?.startsWith(`${chord} `))) begun = { keys: chord, at: event.timeStamp };
    return;
  }

  const bound = hit.entry.binding();
  const { does, repeat } = typeof bound === 'function' ? { does: bound, repeat: false } : bound;
  event.preventDefault();
  // A key held too long must not claim, close or send twice.
  if (!event.repeat || repeat) does(event);
};

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph']);
const TAKES_LETTERS = 'textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"], [role="listbox"], [role="menu"], [data-takes-letters]';
const NO_LETTERS = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file', 'image']);

/** Letters belong to the field the hand is in; only modified keys, function keys and Escape go past it. */
const belongsToField = (event: KeyboardEvent, chord: string): boolean => {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return false;
  const typing = target.closest(TAKES_LETTERS) || (target instanceof HTMLInputElement && !NO_LETTERS.has(target.type));
  if (typing) return !/^(mod|ctrl|meta|alt)\+|^(escape|f\d+)$/.test(chord) || event.getModifierState?.('AltGraph');
  const presses = chord === 'enter' || chord === 'space';
  return presses && target.closest('button, a[href], summary, input, [role="tab"]') !== null;
};

if (typeof document !== 'undefined') document.addEventListener('keydown', hear);
