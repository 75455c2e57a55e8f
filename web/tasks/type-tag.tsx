import { TASK_TYPES, type TaskType } from '@firstline/domain/tasks/task-type.ts';
import { t } from '../platform/words.ts';
import { Tag, type Tone } from '../ui/tag.tsx';

const TONES: Partial<Record<TaskType, Tone>> = { complaint: 'stop', 'urgent-appointment': 'stop', 'follow-up': 'accent' };

/** What kind of work a task is. */
export const TypeTag = ({ type }: { type: TaskType }) => <Tag tone={TONES[type]}>{t(TASK_TYPES[type].label)}</Tag>;
