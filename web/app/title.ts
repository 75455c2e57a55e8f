import { useEffect } from 'react';
import { t } from '../platform/words.ts';

const NAMES: Record<string, () => string> = {
  '/contacts': () => t('Contact history'),
  '/people': () => t('People'),
  '/queues': () => t('Queues'),
  '/rules': () => t('House rules'),
};

/** The tab says how many wait, so that one sees it from another program. */
export const useTitle = (waiting: number, path: string): void => {
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${(NAMES[path] ?? (() => t('My work')))()} · ${t('Firstline')}`;
  }, [waiting, path]);
};
