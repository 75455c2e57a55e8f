import { useCallback, useRef } from 'react';
import { toast } from '../ui/toast.tsx';

/** Says that something was saved, and takes the last saying away: only the newest step can be undone. */
export const useSaidWithUndo = () => {
  const last = useRef<() => void>(undefined);
  return useCallback((sentence: string, undo?: () => void) => {
    last.current?.();
    last.current = toast(sentence, { undo, seconds: undo ? 10 : 5 });
  }, []);
};
