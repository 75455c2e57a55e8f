import { labelIn } from '@firstline/domain/desk/list-item.ts';
import { USUAL } from '@firstline/domain/tasks/criticality.ts';
import { ChevronDown } from 'lucide-react';
import { useHouse } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Icon } from '../ui/icon.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import './criticality-tag.css';

/** How critical a task is, where that is worth a word. */
export const CriticalityTag = ({ id }: { id: string }) => {
  const { criticality } = useHouse().lists;
  return id === USUAL ? null : <Tag tone={TONES[id]}>{t(labelIn(criticality, id))}</Tag>;
};

/** The same on an open task, where it can be changed. */
export const CriticalityAct = ({ id, onChange }: { id: string; onChange: () => void }) => {
  const label = t(labelIn(useHouse().lists.criticality, id));
  const shown = id === USUAL ? t('Criticality: {{label}}', { label }) : label;
  return (
    <button type="button" className={`tag criticality-act ${TONES[id] ? `tag-${TONES[id]}` : ''}`} aria-label={`${shown}. ${t('Change how critical it is')}`} data-tip={t('Change how critical it is')} onClick={onChange}>
      {shown}
      <Icon of={ChevronDown} size={12} />
    </button>
  );
};

const TONES: Partial<Record<string, Tone>> = { critical: 'stop', high: 'warn' };
