import { useEffect, useState } from 'react';

const SETTLES_AFTER_MS = 200;

/** What was typed, once the typing pauses: the desk is not asked at every letter. */
export const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLES_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};
