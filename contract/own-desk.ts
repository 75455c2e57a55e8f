import type { OwnDesk, ShownView } from '@firstline/domain/tasks/own-desk.ts';
import { z } from 'zod';
import { commandSpec, EVERYBODY, id, line, querySpec, WORKERS } from './spec.ts';

export const queueOrder = z.enum(['priority', 'oldest', 'newest', 'due']);

const savedView = z.strictObject({
  id,
  name: line(60).refine((value) => value.trim() !== '', 'Write a name.'),
  queueId: id.optional(),
  taskType: id.optional(),
  order: queueOrder,
});

/** What a person arranges for themselves, and what tells them of new tasks. */
export const ownDesk = {
  setViews: commandSpec('tasks.setViews', WORKERS, 'Keeps one’s own views of the queue, in their order.', { views: z.array(savedView).max(20) }),
  setNotices: commandSpec('tasks.setNotices', WORKERS, 'Says how one wants to hear of new tasks.', {
    sound: z.boolean(),
    desktop: z.boolean(),
    mail: z.boolean(),
  }),
  setFirstScreen: commandSpec('tasks.setFirstScreen', WORKERS, 'Chooses what one sees first after signing in.', { screen: z.enum(['work', 'contacts']) }),
  setSingleKeys: commandSpec('tasks.setSingleKeys', EVERYBODY, 'Says whether bare letters act as keys.', { on: z.boolean() }),
  putAwayFirstSteps: commandSpec('tasks.putAwayFirstSteps', ['administrator'], 'Takes the first steps with a new desk off one’s own screen.', {}),
  showView: commandSpec('tasks.showView', WORKERS, 'Remembers what one looks at in the queue.', { queueId: id.optional(), taskType: id.optional(), order: queueOrder }),
  seeMentions: commandSpec('tasks.seeMentions', WORKERS, 'Says that one has looked at the notes of a task that call upon oneself.', { taskId: id }),
  tell: commandSpec('tasks.tell', ['system'], 'Tells those who may take a new task, and want mail about it.', { taskId: id }),
  settleNotice: commandSpec('tasks.settleNotice', ['system'], 'Writes down what came of such a mail.', {
    noticeId: id,
    outcome: z.enum(['sent', 'failed', 'unknown', 'called-off']),
    cause: z.string().max(500).optional(),
  }),
};

/** A note on a task that calls upon somebody who has not looked yet. */
export type Mention = { taskId: string; customerName: string; by: string; at: string };

export const ownDeskQueries = {
  mentions: querySpec('tasks.mentions', WORKERS, 'Notes that call upon oneself and were not looked at yet, the newest first.', {}, z.custom<{ mentions: Mention[]; names: Record<string, string> }>()),
  called: querySpec(
    'tasks.called',
    WORKERS,
    'Whom a note on a task would call upon by these initials, apart from whoever writes it. Whoever is missing is called in vain.',
    { taskId: id, initials: z.string().regex(/^[\p{L}\p{N}]{1,5}(,[\p{L}\p{N}]{1,5}){0,9}$/u).describe('At most ten, with commas between.') },
    z.custom<{ called: { initials: string; name: string }[] }>(),
  ),
  own: querySpec('tasks.own', EVERYBODY, 'What one arranged for oneself, and looked at last.', {}, z.custom<OwnDesk & { lastView?: ShownView }>()),
};
