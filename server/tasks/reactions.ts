import { voice } from '@firstline/domain/desk/role.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import type { MessageEvent } from '@firstline/domain/conversations/message.ts';
import { on } from '../platform/reaction.ts';
import { teamsAreReminded } from './team-reminders.ts';
import { closingIsAsked } from './closing-asked.ts';
import { tasksCarryTheName } from './customer-names.ts';
import { firstAnswerReactions } from './first-answers.ts';
import { openTask } from './commands/open-task.ts';
import { idleReactions } from './idle.ts';
import { noticeReactions } from './own/notices.ts';
import { parkingReactions } from './parking.ts';
import { tasksFollowTheRanks } from './reranking.ts';

type Received = Recorded<Extract<MessageEvent, { type: 'message.received' }>>;

const whatComesInIsWork = on<Received>('message.received', 'tasks.open', async (event, desk, { commandId }) => {
  await desk.run(openTask, { conversationId: event.conversationId }, voice('system'), { commandId });
});

export const taskReactions = [whatComesInIsWork, ...idleReactions, ...parkingReactions, ...closingIsAsked, teamsAreReminded, ...firstAnswerReactions, ...noticeReactions, tasksFollowTheRanks, ...tasksCarryTheName];
