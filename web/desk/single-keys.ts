import { useEffect } from 'react';
import { setKeySettings } from '../platform/key-settings.ts';
import { useMe } from '../platform/me.ts';

const placeOf = (personId: string): string => `firstline.single-keys.${personId}`;

/** Whether bare letters act, as this person chose it in this browser; answers how to choose anew. */
export const useSingleKeys = (): ((on: boolean) => void) => {
  const { person } = useMe();
  const place = placeOf(person.id);
  useEffect(() => {
    try {
      setKeySettings({ single: localStorage.getItem(place) !== 'off' });
    } catch {
      setKeySettings({ single: true });
    }
  }, [place]);

  return (on) => {
    setKeySettings({ single: on });
    try {
      localStorage.setItem(place, on ? 'on' : 'off');
    } catch {
      // Not remembered, then; it holds until the page is left.
    }
  };
};
