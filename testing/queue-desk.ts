import type { QueuePage } from '@firstline/contract/tasks.ts';
import type { Actor } from '@firstline/domain/desk/role.ts';
import { forgetHouse } from '@firstline/server/desk/house-of.ts';
import { customerMails, letter } from './cases.ts';
import { openDesk } from './open-desk.ts';

export const QUESTION = 'What does a visit cost?';

/** A desk with one queue, one agent and one administrator, and short ways to fill and to read the queue. */
export const openQueueDesk = async () => {
  const desk = await openDesk();
  const queueId = await desk.queue();
  const ana = await desk.person('Ana Reyes', ['agent'], [queueId]);
  const max = await desk.person('Max Boss', ['administrator']);
  const page = (input: object = {}, by: Actor = ana): Promise<QueuePage> => desk.read('tasks.waiting', input, by);
  return {
    ...desk,
    queueId,
    ana,
    max,
    page,
    names: async (input: object = {}, by: Actor = ana) => (await page(input, by)).cards.map(({ customerName }) => customerName),
    /** Settings hold at once. */
    set: async (name: string, input: object) => {
      await desk.done(desk.named(name), input, max);
      forgetHouse(desk);
    },
    act: (name: string, input: object, by: Actor = ana) => desk.ask(desk.named(name), input, by, ['summary-read-before-contact']),
    read: (name: string, input: object = {}, by: Actor = ana): Promise<unknown> => desk.read(name, input, by),
    /** A mail comes in, and a minute goes by. Answers the task. */
    mail: async (name: string, text = QUESTION, seconds = 60, to = 'support@house.example'): Promise<string> => {
      await customerMails(desk, { ...letter(`${name}@customer.example`, text), fromName: name, to, subject: 'Hello' });
      await desk.settle();
      await desk.passes(seconds);
      const { rows } = await desk.pool.query<{ id: string }>(`select id from tasks where customer_name = $1 order by opened_at desc limit 1`, [name]);
      return rows[0]?.id ?? '';
    },
    told: async (taskId: string): Promise<string[]> => {
      const { rows } = await desk.pool.query<{ type: string }>('select type from journal where subject_id = $1 order by version', [taskId]);
      return rows.map(({ type }) => type);
    },
  };
};
