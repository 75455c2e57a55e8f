import { viewTask } from '@firstline/server/tasks/commands/view-task.ts';
import { holding } from '../at-work.ts';
import { holdingCases } from '../holding-cases.ts';
import type { TestDesk } from '../open-desk.ts';
import type { Refusals } from './refusal.ts';

const MAIL = { to: 'dana@customer.example', subject: 'Re: Furnace', body: 'We can come on Tuesday.' };

const mailing = (other: Partial<typeof MAIL> & { files?: string[] } = {}) => async (desk: TestDesk) => {
  const { ana, taskId } = await holding(desk);
  await desk.done(viewTask, { taskId, part: 'summary' }, ana);
  return { asks: 'tasks.reply', input: { taskId, ...MAIL, ...other }, by: ana };
};

/** What is refused of a mail to a customer. */
export const ofMails: Refusals = {
  'summary-read-before-contact': async (desk) => {
    const { ana, taskId } = await holding(desk);
    return { asks: 'tasks.reply', input: { taskId, ...MAIL }, by: ana };
  },
  'no-reply-in-closed-thread': async (desk) => {
    const { input, by } = await holdingCases.undoClose(desk);
    return { asks: 'tasks.reply', input: { ...input, ...MAIL }, by };
  },
  'no-reply-to-no-reply-address': mailing({ to: 'no-reply@customer.example' }),
  'subject-and-body-present': mailing({ body: ' ' }),
  'no-emoji-in-email': mailing({ body: 'All done 🙂' }),
  'initials-end-an-email': async (desk) => {
    const known = await mailing()(desk);
    return { ...known, by: { ...known.by, initials: '' } };
  },
  'attached-files-are-here': mailing({ files: ['gone'] }),
  'mail-within-its-size': async (desk) => {
    const known = await mailing()(desk);
    await desk.done(desk.named('desk.setNumber'), { name: 'emailBytes', value: 1 }, await desk.person('Max Obi', ['administrator']));
    return known;
  },
};
