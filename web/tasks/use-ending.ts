import type { Confirmed, Said } from '@firstline/domain/tasks/ending.ts';
import { useState } from 'react';
import { useMe } from '../platform/me.ts';
import { serverNow } from '../ui/now.ts';
import { keepAt, keptAt, shelfPlace } from './draft-shelf.ts';

/** As it is typed and kept: everything is text. */
export type EndingDraft = { solution: string; nextStep: string; confirmed: Confirmed | ''; thanked: string; send: string; letter: string };

const BLANK: EndingDraft = { solution: '', nextStep: '', confirmed: '', thanked: '', send: '', letter: '' };

/** What is being said as a task ends; it stays on this screen until the task is closed. */
export const useEnding = (taskId: string) => {
  const { person } = useMe();
  const place = shelfPlace(person.id, taskId, 'ending');
  const [ending, setEnding] = useState<EndingDraft>(() => ({ ...BLANK, ...keptAt(place)?.content }));
  return {
    ending,
    said: saidIn(ending),
    write: (part: Partial<EndingDraft>) => {
      const next = { ...ending, ...part };
      setEnding(next);
      keepAt(place, { content: next, at: new Date(serverNow()).toISOString() });
    },
    clear: () => void keepAt(place, { at: new Date(serverNow()).toISOString() }),
  };
};

const saidIn = ({ solution, nextStep, confirmed, thanked }: EndingDraft): Said => ({
  ...(solution.trim() && { solution: solution.trim() }),
  ...(nextStep.trim() && { nextStep: nextStep.trim() }),
  ...(confirmed && { confirmed }),
  thanked: thanked === 'yes',
});
