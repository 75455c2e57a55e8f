import { problemOf, read } from '../../platform/api.ts';
import { useKeys } from '../../platform/keys.ts';
import { t } from '../../platform/words.ts';
import { useKnownCards } from '../../tasks/known-cards.ts';
import { useOfferedActs } from '../../tasks/task-acts.ts';
import { focusedTaskId } from '../../tasks/task-row.tsx';
import type { Claim } from '../../tasks/use-claim.ts';
import { toast } from '../../ui/toast.tsx';

/** Letters that walk the lists and claim where one stands; and the first of the queue by name. */
export const useListKeys = (openId: string, holds: boolean, { claim }: Claim): void => {
  const cardOf = useKnownCards();
  const claimHere = () => {
    const card = cardOf(focusedTaskId() ?? openId);
    if (card) claim(card);
  };
  useKeys(
    {
      c: { says: t('Claim the task in focus'), does: claimHere },
      j: { says: t('Next row'), does: () => step(1), repeat: true },
      k: { says: t('Row before'), does: () => step(-1), repeat: true },
    },
    { scope: t('Lists') },
  );
  useOfferedActs(holds ? [] : [{ label: t('Claim the first task that waits'), does: () => void claimFirst(claim) }]);
};

const claimFirst = async (claim: Claim['claim']): Promise<void> => {
  try {
    const [first] = (await read('tasks.waiting', { limit: 1 })).cards;
    if (first) claim(first);
    else toast(t('Nothing waits.'));
  } catch (error) {
    toast(problemOf(error).title, { tone: 'stop' });
  }
};

/** Moves the focus along the rows of all lists. */
const step = (by: 1 | -1): void => {
  const links = [...document.querySelectorAll<HTMLElement>('.panes-list .row:not([inert]) > .row-link')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
};
