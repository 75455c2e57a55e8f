import { offered, type ListItem } from '../desk/list-item.ts';
import type { TaskType } from '../tasks/task-type.ts';
import { asWords, saidOf } from './said-words.ts';
import type { Turn } from './summary.ts';

/** What is always to be done on one kind of task, or on those of it whose customer uses certain words. */
export type Playbook = ListItem & {
  taskType: TaskType;
  /** Words of the customer it is meant for, separated by commas. Without them it is for all of its kind. */
  words?: string;
  /** One step on each line, in the order of the work. */
  steps: string;
};

const book = (taskType: string, label: string, ...steps: string[]): Playbook => ({ id: taskType, label, taskType, steps: steps.join('\n') });

export const PLAYBOOKS: Playbook[] = [
  book('complaint', 'Complaint', 'Listen, and say sorry for what went wrong', 'Escalate to the account team', 'Tell the customer who answers, and by when'),
  book('urgent-appointment', 'Urgent appointment', 'Check that the address is in our area', 'Offer a slot today, or else the earliest', 'Confirm time, address and phone number'),
  book('follow-up', 'Follow-up', 'Read what was agreed last time', 'Tell the customer how it stands'),
  book('owner-verification', 'Owner verification', 'Ask for proof of ownership', 'Compare the address with ours', 'Go on or decline, and say why'),
  book('reschedule', 'Reschedule', 'Find the appointment', 'Offer two or three other times', 'Confirm the new time'),
  book('cancel', 'Cancel', 'Find the appointment', 'Ask for the reason and offer another time', 'Confirm the cancellation'),
  book('inquiry', 'Inquiry', 'Find the answer', 'Ask whether it helped'),
  book('other', 'Other', 'Make sure what the customer needs', 'Resolve it or escalate'),
];

/** The steps that a task of this kind starts with: of the playbook whose words the customer used most, or else of the kind’s own. */
export const stepsFor = (playbooks: readonly Playbook[], taskType: TaskType, turns: readonly Turn[]): string[] => {
  const said = asWords(turns.filter(({ direction }) => direction === 'in').map(({ text }) => text.slice(0, MOST_READ)).join('\n'));
  const ranked = offered(playbooks)
    .filter((playbook) => playbook.taskType === taskType)
    .map((playbook) => ({ playbook, hits: saidOf(playbook.words, said).length }))
    .filter(({ playbook, hits }) => hits > 0 || !playbook.words?.trim())
    .sort((one, other) => other.hits - one.hits);
  const steps = ranked[0]?.playbook.steps ?? offered(playbooks).find(({ id }) => id === 'other')?.steps ?? '';
  return steps.split('\n').map((step) => step.trim()).filter(Boolean);
};

const MOST_READ = 5_000;
