import type { Actor } from '@firstline/domain/desk/role.ts';
import { reaches } from '@firstline/domain/desk/role.ts';
import type { Desk } from '../platform/desk.ts';
import { prepared } from '../platform/prepared.ts';
import { addSubTask } from './commands/add-sub-task.ts';
import { checkTeamAnswer } from './commands/check-team-answer.ts';
import { bookAppointment } from './commands/book-appointment.ts';
import { cancelAppointment } from './commands/cancel-appointment.ts';
import { checkIdle } from './commands/check-idle.ts';
import { checkFirstAnswer } from './commands/check-first-answer.ts';
import { claimTask } from './commands/claim-task.ts';
import { comeBack } from './commands/come-back.ts';
import { continueTask } from './commands/continue-task.ts';
import { escalateTask } from './commands/escalate-task.ts';
import { grantOnTask } from './commands/grant-on-task.ts';
import { handBackTask } from './commands/hand-back-task.ts';
import { logAttempt } from './commands/log-attempt.ts';
import { markContact } from './commands/mark-contact.ts';
import { markFirstAnswer } from './commands/mark-first-answer.ts';
import { nameCustomer } from './commands/name-customer.ts';
import { noteOnTask } from './commands/note-on-task.ts';
import { offerToAll } from './commands/offer-to-all.ts';
import { openTask } from './commands/open-task.ts';
import { parkTask } from './commands/park-task.ts';
import { rerankTasks } from './commands/rerank-tasks.ts';
import { removeSubTask } from './commands/remove-sub-task.ts';
import { replyOnTask } from './commands/reply-on-task.ts';
import { resolveTask } from './commands/resolve-task.ts';
import { returnTask } from './commands/return-task.ts';
import { saveDraft } from './commands/save-draft.ts';
import { setCriticality } from './commands/set-criticality.ts';
import { stayActive } from './commands/stay-active.ts';
import { tickSubTask } from './commands/tick-sub-task.ts';
import { askToClose } from './commands/ask-to-close.ts';
import { assignTask } from './commands/assign-task.ts';
import { closeBrowser } from './commands/close-browser.ts';
import { protectTask } from './commands/protect-task.ts';
import { sendBackTask } from './commands/send-back-task.ts';
import { takeOverTask } from './commands/take-over-task.ts';
import { undoClaim } from './commands/undo-claim.ts';
import { undoClose } from './commands/undo-close.ts';
import { unprotectTask } from './commands/unprotect-task.ts';
import { viewTask } from './commands/view-task.ts';
import { badges } from './queries/badges.ts';
import { contacts } from './queries/contacts.ts';
import { history } from './queries/history.ts';
import { inHand } from './queries/in-hand.ts';
import { mine } from './queries/mine.ts';
import { reranking } from './queries/reranking.ts';
import { search } from './queries/search.ts';
import { subTaskShare } from './queries/sub-task-share.ts';
import { waiting } from './queries/waiting.ts';
import { workspace } from './queries/workspace.ts';
import { called, mentions, seeMentions } from './own/mentions.ts';
import { own } from './own/own.ts';
import { putAwayFirstSteps, setFirstScreen, setNotices, setSingleKeys, setViews, showView } from './own/set-own.ts';
import { settleNotice } from './own/settle-notice.ts';
import { tell } from './own/tell.ts';
import { noticeStore, ownStore } from './own-stores.ts';
import { taskReactions } from './reactions.ts';
import { rerankingStore, taskStore } from './stores.ts';

export { openTrailDoor } from './trail/door.ts';

export const taskParts = {
  stores: [ownStore, noticeStore, rerankingStore, taskStore],
  commands: [
    openTask,
    claimTask,
    returnTask,
    parkTask,
    comeBack,
    offerToAll,
    bookAppointment,
    cancelAppointment,
    askToClose,
    assignTask,
    closeBrowser,
    protectTask,
    sendBackTask,
    takeOverTask,
    undoClaim,
    undoClose,
    unprotectTask,
    viewTask,
    resolveTask,
    noteOnTask,
    addSubTask,
    tickSubTask,
    removeSubTask,
    escalateTask,
    grantOnTask,
    handBackTask,
    checkTeamAnswer,
    replyOnTask,
    logAttempt,
    stayActive,
    continueTask,
    checkIdle,
    saveDraft,
    setCriticality,
    markContact,
    markFirstAnswer,
    checkFirstAnswer,
    rerankTasks,
    nameCustomer,
    setViews,
    setNotices,
    setFirstScreen,
    setSingleKeys,
    putAwayFirstSteps,
    showView,
    seeMentions,
    tell,
    settleNotice,
  ],
  queries: [waiting, mine, inHand, workspace, badges, search, history, subTaskShare, own, mentions, called, contacts, reranking],
  reactions: taskReactions,
  listUses: {
    taskTypes: [{ table: 'tasks', column: 'task_type' }],
    criticality: [{ table: 'tasks', column: 'criticality' }, { table: 'queues', column: 'criticality' }],
    closeReasons: [{ table: 'tasks', column: 'close_reason' }],
  },
};

export { waitingCounted } from './waiting-counted.ts';
export { useNotices } from './own/notices.ts';
export { reachesTask, reachesThread } from './reaching.ts';

/** What a screen that has these tasks open may hear of: the task, its thread, its customer. */
export const openTopics = async (desk: Desk, actor: Actor, taskIds: readonly string[]): Promise<string[]> => {
  if (taskIds.length === 0) return [];
  const { rows } = await desk.pool.query<{ id: string; queue_id: string; conversation_id: string; customer_id: string }>(
    prepared('select id, queue_id, conversation_id, customer_id from tasks where id = any($1::text[])', [taskIds]),
  );
  return rows
    .filter((row) => reaches(actor, row.queue_id))
    .flatMap((row) => [`task:${row.id}`, `conversation:${row.conversation_id}`, `customer:${row.customer_id}`]);
};
