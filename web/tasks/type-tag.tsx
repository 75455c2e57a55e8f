import { labelIn } from '@firstline/domain/desk/list-item.ts';
import type { TaskType } from '@firstline/domain/tasks/task-type.ts';
import { useHouse } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Tag, type Tone } from '../ui/tag.tsx';

const TONES: Partial<Record<string, Tone>> = { complaint: 'stop', 'urgent-appointment': 'stop', 'follow-up': 'accent' };

/** What kind of work a task is. */
export const TypeTag = ({ type }: { type: TaskType }) => <Tag tone={TONES[type]}>{t(labelIn(useHouse().lists.taskTypes, type))}</Tag>;
