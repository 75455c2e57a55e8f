import type { Actor } from '@firstline/domain/desk/role.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import { receiveMessage } from '@firstline/server/conversations/commands/receive-message.ts';
import { setQueueNeeds } from '@firstline/server/desk/commands/set-queue-needs.ts';
import { forgetHouse } from '@firstline/server/desk/house-of.ts';
import { claimTask } from '@firstline/server/tasks/commands/claim-task.ts';
import { randomUUID } from 'node:crypto';
import type { TestDesk } from './open-desk.ts';

export const letter = (from = 'dana@customer.example', text = 'Our furnace stopped last night. Could somebody come on Tuesday?') => ({
  channel: 'email' as const,
  from,
  fromName: 'Dana Field',
  to: 'support@house.example',
  subject: 'Furnace stopped again',
  text,
  rfcId: `<${randomUUID()}@customer.example>`,
  answers: [] as string[],
  automatic: false,
});

/** A customer's mail comes in. */
export const customerMails = (desk: TestDesk, mail: ReturnType<typeof letter>) => desk.done(receiveMessage, mail, voice('system'));

/** A task that came in by mail and waits. */
export const waitingTask = async (desk: TestDesk, queueId: string, mail = letter()): Promise<string> => {
  await customerMails(desk, mail);
  await desk.settle();
  const { rows } = await desk.pool.query<{ id: string }>(
    `select id from tasks where queue_id = $1 and status <> 'closed' order by opened_at desc, id desc limit 1`,
    [queueId],
  );
  return rows[0]?.id ?? '';
};

export const working = async (desk: TestDesk, mail = letter()): Promise<{ ana: Actor; queueId: string; taskId: string }> => {
  const queueId = await desk.queue();
  const ana = await desk.person('Ana Reyes', ['agent'], [queueId]);
  return { ana, queueId, taskId: await waitingTask(desk, queueId, mail) };
};

export const holding = async (desk: TestDesk) => {
  const known = await working(desk);
  await desk.done(claimTask, { taskId: known.taskId }, known.ana);
  return known;
};

/** What has to be said of a task as it ends. */
export const ENDING = { solution: 'Told the price of a visit.', confirmed: 'yes' as const, thanked: true };

/** What a queue's work needs from now on, known at once. */
export const setNeedsOf = async (desk: TestDesk, needs: { queueId: string; criticality?: string; skills: string[] }, by: Actor): Promise<void> => {
  await desk.done(setQueueNeeds, needs, by);
  forgetHouse(desk);
};
