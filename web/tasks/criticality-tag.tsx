import { labelIn } from '@firstline/domain/desk/list-item.ts';
import { USUAL } from '@firstline/domain/tasks/criticality.ts';
import { useHouse } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Tag, type Tone } from '../ui/tag.tsx';

/** How critical a task is, where that is worth a word. */
export const CriticalityTag = ({ id }: { id: string }) => {
  const { criticality } = useHouse().lists;
  return id === USUAL ? null : <Tag tone={TONES[id]}>{t(labelIn(criticality, id))}</Tag>;
};

const TONES: Partial<Record<string, Tone>> = { critical: 'stop', high: 'warn' };
