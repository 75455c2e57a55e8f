import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function at every drawing, so that what is handed it need not be drawn anew; it does what the newest one does. */
export const useSteady = <Given extends unknown[]>(act: (...given: Given) => void): ((...given: Given) => void) => {
  const newest = useRef(act);
  useLayoutEffect(() => {
    newest.current = act;
  });
  return useCallback((...given) => newest.current(...given), []);
};
