import { useEffect } from 'react';
import { useCommand, useQueryOf } from '../platform/asking.ts';
import { setKeySettings } from '../platform/key-settings.ts';
import { useMe } from '../platform/me.ts';
import { useSteady } from '../platform/steady.ts';
import { wasDone } from '../platform/was-done.ts';

const placeOf = (personId: string): string => `firstline.single-keys.${personId}`;

/** Whether bare letters act, as this person chose it; answers how to choose anew. The browser knows it until the desk has said. */
export const useSingleKeys = (): ((on: boolean) => void) => {
  const { person } = useMe();
  const place = placeOf(person.id);
  const kept = useQueryOf('tasks.own', {}).data?.singleKeys;
  const set = useCommand('tasks.setSingleKeys');
  useEffect(() => {
    setKeySettings({ single: kept ?? remembered(place) });
    if (kept !== undefined) remember(place, kept);
  }, [place, kept]);

  return useSteady((on: boolean) => {
    setKeySettings({ single: on });
    void set.ask({ on }).then((answer) => wasDone(answer) || setKeySettings({ single: !on }));
  });
};

const remembered = (place: string): boolean => {
  try {
    return localStorage.getItem(place) !== 'off';
  } catch {
    return true;
  }
};

const remember = (place: string, on: boolean): void => {
  try {
    localStorage.setItem(place, on ? 'on' : 'off');
  } catch {
    // Not remembered here, then; the desk says it again.
  }
};
