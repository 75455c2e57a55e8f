import type { Actor } from '@firstline/domain/desk/role.ts';
import { makeToken } from '@firstline/server/desk/sign-in/token-commands.ts';
import { renameCustomer } from '@firstline/server/customers/commands/rename-customer.ts';
import { setNotices } from '@firstline/server/tasks/own/set-own.ts';
import { tell } from '@firstline/server/tasks/own/tell.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import { testMail } from '@firstline/server/conversations/commands/test-mail.ts';
import { settleMessage } from '@firstline/server/conversations/commands/settle-message.ts';
import { receiveMessage } from '@firstline/server/conversations/commands/receive-message.ts';
import { addSubTask } from '@firstline/server/tasks/commands/add-sub-task.ts';
import { noteOnTask } from '@firstline/server/tasks/commands/note-on-task.ts';
import { viewTask } from '@firstline/server/tasks/commands/view-task.ts';
import { replyOnTask } from '@firstline/server/tasks/commands/reply-on-task.ts';
import { customerCases, customerHeld } from './customer-cases.ts';
import { ENDING, holding, letter, working } from './at-work.ts';
import { escalated, takenByTheTeam } from './escalated-cases.ts';
import { holdingCases, VISIT } from './holding-cases.ts';
import { parked, reserved } from './parked-cases.ts';
import type { TestDesk } from './open-desk.ts';

export { customerMails, letter } from './at-work.ts';

/** How a command comes to be asked and done: everything before it is set up by commands too. */
export type Case = { input: Record<string, unknown>; by: Actor };

const onTask =
  (input: Record<string, unknown> = {}) =>
  async (desk: TestDesk): Promise<Case> => {
    const { ana, taskId } = await holding(desk);
    return { input: { taskId, ...input }, by: ana };
  };

const onReadTask =
  (input: Record<string, unknown> = {}) =>
  async (desk: TestDesk): Promise<Case> => {
    const known = await onTask(input)(desk);
    await desk.done(viewTask, { taskId: String(known.input.taskId), part: 'summary' }, known.by);
    return known;
  };

const withSubTask =
  (input: Record<string, unknown> = {}) =>
  async (desk: TestDesk): Promise<Case> => {
    const { ana, taskId } = await holding(desk);
    const [added] = await desk.done(addSubTask, { taskId, title: 'Call back' }, ana);
    return { input: { taskId, subTaskId: added?.subTaskId, ...input }, by: ana };
  };

const boss = (desk: TestDesk) => desk.person('Max Obi', ['administrator']);

const onPerson =
  (input: Record<string, unknown> = {}) =>
  async (desk: TestDesk): Promise<Case> => {
    const by = await boss(desk);
    const ben = await desk.person('Ben Sato');
    return { input: { personId: ben.id, ...input }, by };
  };

const onQueue =
  (input: Record<string, unknown> = {}) =>
  async (desk: TestDesk): Promise<Case> => ({ input: { queueId: await desk.queue(), ...input }, by: await boss(desk) });

/** One for each command. `npm run check` sees to it that none is missing. */
export const cases: Record<string, (desk: TestDesk) => Promise<Case>> = {
  'tasks.open': async (desk) => {
    await desk.queue();
    const done = await desk.done(receiveMessage, letter(), voice('system'));
    const opened = done.find((event) => event.type === 'conversation.opened');
    return { input: { conversationId: opened?.conversationId }, by: voice('system') };
  },
  'tasks.claim': async (desk) => {
    const { ana, taskId } = await working(desk);
    return { input: { taskId }, by: ana };
  },
  'tasks.return': onTask(),
  'tasks.undoClaim': onTask(),
  'tasks.view': onTask({ part: 'summary' }),
  'tasks.closeBrowser': onTask(),
  'tasks.bookAppointment': onTask(VISIT),
  'tasks.cancelAppointment': holdingCases.cancelAppointment,
  'tasks.undoClose': holdingCases.undoClose,
  'tasks.takeOver': holdingCases.byLeader({ reason: 'You are off for the day.' }),
  'tasks.sendBack': holdingCases.byLeader({ reason: 'You are off for the day.' }),
  'tasks.assign': holdingCases.assign,
  'tasks.protect': holdingCases.call,
  'tasks.unprotect': holdingCases.callThatGoesOn,
  'tasks.askToClose': holdingCases.askToClose,
  'tasks.park': onTask(),
  'tasks.comeBack': async (desk) => ({ input: { taskId: await parked(desk), cause: 'reply' }, by: voice('system') }),
  'tasks.offerToAll': async (desk) => ({ input: { taskId: await reserved(desk) }, by: voice('clock') }),
  'tasks.resolve': async (desk) => {
    const { ana, taskId } = await holding(desk);
    await desk.done(noteOnTask, { taskId, discussed: 'Told the price of a visit.', agreed: 'Will think about it.' }, ana);
    return { input: { taskId, reason: 'provided-information', ...ENDING }, by: ana };
  },
  'tasks.note': onTask({ discussed: 'No heat upstairs.', agreed: 'Two slots offered.' }),
  'tasks.addSubTask': onTask({ title: 'Check the service area' }),
  'tasks.tickSubTask': withSubTask({ done: true }),
  'tasks.removeSubTask': withSubTask(),
  'tasks.escalate': onTask({ category: 'billing', reason: 'complex-billing', issue: 'Was charged twice.', tried: 'Looked at the ledger.' }),
  'tasks.grant': onTask({ kind: 'refund', amount: 20, words: 'The visit that nobody came to.' }),
  'tasks.handBack': async (desk) => {
    const { lea, taskId } = await takenByTheTeam(desk);
    return { input: { taskId, remark: 'Charged back. Please book the visit.' }, by: lea };
  },
  'tasks.checkTeamAnswer': async (desk) => {
    const { taskId } = await escalated(desk);
    await desk.passes(71 * 3600);
    return { input: { taskId }, by: voice('clock') };
  },
  'tasks.reply': onReadTask({ to: 'dana@customer.example', subject: 'Re: Furnace', body: 'We can come on Tuesday.' }),
  'tasks.logAttempt': onTask({ channel: 'call', address: '+1 555 010 2231', result: 'no-answer' }),
  'tasks.stayActive': onTask({ ago: 0 }),
  'tasks.continue': async (desk) => {
    const known = await onTask()(desk);
    await desk.passes(125);
    await desk.settle();
    return known;
  },
  'tasks.checkIdle': async (desk) => {
    const { taskId } = await holding(desk);
    await desk.passes(121);
    return { input: { taskId }, by: voice('clock') };
  },
  'tasks.markFirstAnswer': async (desk) => {
    const { taskId } = await holding(desk);
    return { input: { taskId, at: '2026-03-02T09:00:00.000Z' }, by: voice('system') };
  },
  'tasks.markContact': async (desk) => {
    const { ana, taskId } = await holding(desk);
    const [queued] = await desk.done(replyOnTask, { taskId, to: 'dana@customer.example', subject: 'Re: Furnace', body: 'Tuesday?' }, ana);
    const messageId = String(queued?.messageId);
    await desk.done(settleMessage, { messageId, outcome: 'sent' }, voice('system'));
    return { input: { taskId, messageId, by: ana.id, at: queued?.at }, by: voice('system') };
  },
  'tasks.checkFirstAnswer': async (desk) => {
    const { taskId } = await holding(desk);
    await desk.passes(4 * 3600);
    return { input: { taskId }, by: voice('clock') };
  },
  'tasks.setViews': async (desk) => ({ input: { views: [{ id: 'v1', name: 'Complaints', taskType: 'complaint', order: 'oldest' }] }, by: (await working(desk)).ana }),
  'tasks.setNotices': async (desk) => ({ input: { sound: true, desktop: false, mail: true }, by: (await working(desk)).ana }),
  'tasks.setFirstScreen': async (desk) => ({ input: { screen: 'contacts' }, by: (await working(desk)).ana }),
  'tasks.setSingleKeys': async (desk) => ({ input: { on: false }, by: (await working(desk)).ana }),
  'tasks.putAwayFirstSteps': async (desk) => ({ input: {}, by: await boss(desk) }),
  'tasks.showView': async (desk) => ({ input: { order: 'oldest' }, by: (await working(desk)).ana }),
  'tasks.seeMentions': async (desk) => {
    const { ana, queueId, taskId } = await holding(desk);
    const ben = await desk.person('Ben Sato', ['agent'], [queueId]);
    await desk.done(desk.named('tasks.note'), { taskId, discussed: '@BS please confirm.' }, ana);
    return { input: { taskId }, by: ben };
  },
  'tasks.tell': async (desk) => {
    const { ana, taskId } = await working(desk);
    await desk.done(setNotices, { sound: false, desktop: false, mail: true }, ana);
    return { input: { taskId }, by: voice('system') };
  },
  'tasks.settleNotice': async (desk) => {
    const { ana, taskId } = await working(desk);
    await desk.done(setNotices, { sound: false, desktop: false, mail: true }, ana);
    const [queued] = await desk.done(tell, { taskId }, voice('system'));
    return { input: { noticeId: queued?.noticeId, outcome: 'sent' }, by: voice('system') };
  },
  'tasks.setCriticality': onTask({ criticality: 'critical', reason: 'The whole building is without heat.' }),
  'tasks.nameCustomer': async (desk) => {
    const { ana, customerId } = await customerHeld(desk);
    await desk.done(renameCustomer, { customerId, name: 'Dana Fields' }, ana);
    return { input: { customerId }, by: voice('system') };
  },
  'tasks.rerank': async (desk) => {
    await holding(desk);
    await desk.done(desk.named('desk.setList'), { name: 'criticality', items: [{ id: 'normal', label: 'Normal', rank: 10 }] }, await boss(desk));
    return { input: { houseVersion: 2 }, by: voice('system') };
  },
  'tasks.saveDraft': onTask({ kind: 'email', content: { body: 'Dear Dana' } }),
  'conversations.receive': async (desk) => {
    await desk.queue();
    return { input: letter(), by: voice('system') };
  },
  'conversations.acknowledge': async (desk) => {
    const queueId = await desk.queue();
    await desk.done(desk.named('desk.setQueueAcknowledgement'), { queueId, text: 'We have your mail and answer soon.' }, await boss(desk));
    const done = await desk.done(receiveMessage, letter(), voice('system'));
    return { input: { messageId: done.find(({ type }) => type === 'message.received')?.messageId, automatic: false }, by: voice('system') };
  },
  'conversations.testMail': async (desk) => ({ input: { to: 'max@house.example' }, by: await boss(desk) }),
  'conversations.settleTest': async (desk) => {
    const [asked] = await desk.done(testMail, { to: 'max@house.example' }, await boss(desk));
    return { input: { testId: asked?.testId, outcome: 'failed', cause: 'Mail sending is not set up.' }, by: voice('system') };
  },
  'conversations.settle': async (desk) => {
    const { ana, taskId } = await holding(desk);
    const [queued] = await desk.done(
      replyOnTask,
      { taskId, to: 'dana@customer.example', subject: 'Re: Furnace', body: 'Tuesday?' },
      ana,
    );
    return { input: { messageId: queued?.messageId, outcome: 'sent' }, by: voice('system') };
  },
  ...customerCases,
  'desk.addPerson': async (desk) => ({
    input: { name: 'Cleo Marsh', email: 'cleo@house.example', initials: 'CM', roles: ['agent'], queueIds: [await desk.queue()] },
    by: await boss(desk),
  }),
  'desk.setRoles': onPerson({ roles: ['supervisor'] }),
  'desk.setQueues': async (desk) => onPerson({ queueIds: [await desk.queue()] })(desk),
  'desk.disablePerson': onPerson(),
  'desk.enablePerson': async (desk) => {
    const known = await onPerson()(desk);
    await desk.done(desk.named('desk.disablePerson'), known.input, known.by);
    return known;
  },
  'desk.openQueue': async (desk) => ({ input: { name: 'Billing', address: 'billing@house.example' }, by: await boss(desk) }),
  'desk.changeQueue': onQueue({ name: 'First line', address: 'help@house.example', acknowledgement: 'We answer soon.', needs: { skills: ['gas'] } }),
  'desk.renameQueue': onQueue({ name: 'First line' }),
  'desk.setQueueAddress': onQueue({ address: 'help@house.example' }),
  'desk.setQueueNeeds': onQueue({ criticality: 'high', skills: ['gas'], answerMinutes: 30 }),
  'desk.setQueueAcknowledgement': onQueue({ text: 'We have your mail and answer soon.' }),
  'desk.setSkills': onPerson({ skills: ['gas'] }),
  'desk.setRuleLevel': async (desk) => ({ input: { rule: 'no-emoji-in-email', level: 'warned' }, by: await boss(desk) }),
  'desk.setList': async (desk) => ({ input: { name: 'criticality', items: [{ id: 'normal', label: 'Normal', rank: 10 }] }, by: await boss(desk) }),
  'desk.applyProfile': async (desk) => ({ input: { profile: 'help-desk' }, by: await boss(desk) }),
  'desk.revokeToken': async (desk) => {
    const by = await boss(desk);
    const [made] = await desk.done(makeToken('hash', 'token-1') as never, { name: 'Reports', roles: ['agent'], queueIds: [], only: [] }, voice('system'));
    return { input: { tokenId: made?.tokenId }, by };
  },
  'desk.signOutEverywhere': onPerson(),
  'desk.resetSecondStep': onPerson(),
  'desk.askSecondStep': async (desk) => ({ input: { asked: true }, by: await boss(desk) }),
  'desk.setNumber': async (desk) => ({ input: { name: 'idleWarningSeconds', value: 300 }, by: await boss(desk) }),
};

