import { tasks } from '@firstline/contract/tasks.ts';
import type { Attachment } from '@firstline/domain/conversations/attachment.ts';
import type { Conversation } from '@firstline/domain/conversations/conversation.ts';
import { signed } from '@firstline/domain/conversations/draft.ts';
import { replying, type Replying } from '@firstline/domain/tasks/rules/index.ts';
import { conversationStore, lettersOf, mailsSince, newToken, queueMessage, sendableFiles, type Sending } from '../../conversations/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { dropDraft } from '../drafts.ts';
import { stillThere } from '../still-there.ts';
import { signOfLife } from '../stores.ts';
import { heldFor, type Held } from '../task-command.ts';

type Facts = Replying & Held & { conversation: Conversation; lastMessages: Sending['lastMessages']; files: Attachment[]; token: string };

export const replyOnTask = command({
  spec: tasks.reply,
  facts: async (read, { input, by, house }): Promise<Facts | typeof NOT_THERE> => {
    const held = await heldFor(read, input.taskId, by);
    if (held === NOT_THERE) return NOT_THERE;
    const { task } = held;
    const conversation = await read.take(conversationStore, task.conversationId);
    if (!conversation) return NOT_THERE;
    const draft = { channel: conversation.channel, to: input.to.trim(), subject: input.subject.trim(), body: input.body };
    const ids = [...new Set(input.files ?? [])];
    const files = await sendableFiles(read, ids, { personId: by.id, taskId: task.id, conversationId: conversation.id });
    return {
      ...held,
      wrote: task.firstContact || !task.heldSince ? [] : await mailsSince(read, { conversationId: conversation.id, by: by.id, since: task.heldSince }),
      conversation,
      draft,
      body: signed(draft, by.initials),
      initials: by.initials,
      thread: conversation.status,
      files,
      token: newToken(),
      attached: files,
      missing: ids.length - files.length,
      emailBytes: (await house(task.queueId)).policy.emailBytes,
      lastMessages: await lettersOf(read, conversation.id),
    };
  },
  queueOf: ({ task }) => task.queueId,
  rules: replying,
  decide: ({ task, conversation, draft, body, by, lastMessages, files, token }, { newId }) => [
    ...stillThere(task),
    queueMessage({ conversation, draft, body, by, fromAddress: conversation.ours, newId, token, lastMessages, files }),
  ],
  soft: ({ task, by }, { now }) => [signOfLife(task.id, by.id, now), dropDraft(task.id, 'email', by.id)],
});
