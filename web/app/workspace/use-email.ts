import type { Workspace } from '@firstline/contract/tasks.ts';
import type { Attachment } from '@firstline/domain/conversations/attachment.ts';
import { answeredSubject, signed } from '@firstline/domain/conversations/draft.ts';
import { emojiIn } from '@firstline/domain/conversations/emoji.ts';
import { check, type Breach } from '@firstline/domain/rule.ts';
import { replying } from '@firstline/domain/tasks/rules/index.ts';
import { writtenIn } from '@firstline/domain/tasks/written.ts';
import { useDeferredValue, useMemo, useState } from 'react';
import { useAttachments } from '../../conversations/use-attachments.ts';
import { useCommand } from '../../platform/asking.ts';
import { useHouse, useMe } from '../../platform/me.ts';
import { saidOnce } from '../../platform/told.ts';
import type { Draft } from '../../tasks/draft.ts';
import type { DraftContent } from '../../tasks/draft-shelf.ts';
import { useWriting } from '../../tasks/use-draft.ts';
import { saidOfBreach } from '../../ui/said-of-breach.ts';

const BLANK_RULE = 'subject-and-body-present';
const UNREAD_RULE = 'summary-read-before-contact';

/** An email on its way to be written: its draft, what the house says to it, and the way to send it. */
export const useEmail = ({ task, conversation, messages, names }: Workspace, begun: Draft) => {
  const { person } = useMe();
  const { levels, policy } = useHouse(task.queueId);
  const blank = useMemo(() => ({ to: conversation.address, subject: answeredSubject(conversation.subject), body: '' }), [conversation.address, conversation.subject]);
  const draft = useWriting(begun, blank);
  const reply = useCommand('tasks.reply');
  const [tried, setTried] = useState(false);
  // What the desk said to a mail is said of that mail, not of another text that came in its place.
  const [asked, setAsked] = useState<DraftContent>();
  const said = asked === draft.content ? reply : undefined;

  const files = filesIn(draft.content);
  const attachments = useAttachments({
    taskId: task.id,
    files,
    // Uploads end in any order, long after the screen that began them was drawn.
    onFiles: (change) => draft.write((now) => ({ files: JSON.stringify(change(filesIn(now))) })),
    text: draft.content.body ?? '',
    mostBytes: policy.emailBytes,
  });

  const judge = (content: Record<string, string>): Breach[] => {
    const { to = '', subject = '', body = '' } = content;
    const written = { channel: conversation.channel, to: to.trim(), subject: subject.trim(), body };
    return check(
      replying,
      { task, by: person, holderName: task.heldBy && names[task.heldBy], wrote: writtenIn(task, messages), draft: written, body: signed(written, person.initials), initials: person.initials, thread: conversation.status, attached: filesIn(content), emailBytes: policy.emailBytes },
      levels,
    );
  };
  // Typing never waits for the rules: they follow as soon as there is time.
  const judged = useDeferredValue(draft.content);
  const breaches = judge(judged);
  const isUntouched = !judged.body?.trim() && !tried;
  const standing = saidOnce(breaches, said?.refused ?? []);
  const blankBreach = isUntouched ? standing.find(({ rule }) => rule === BLANK_RULE) : undefined;

  const send = async (acknowledged: readonly string[] = []) => {
    setTried(true);
    const sent = draft.content;
    const { to = '', subject = '', body = '' } = sent;
    if (reply.busy || attachments.waits || judge(draft.content).some(({ rule, level }) => level === 'enforced' || !acknowledged.includes(rule))) return;
    setAsked(sent);
    await draft.settle();
    const answer = await reply.ask({ taskId: task.id, to: to.trim(), subject: subject.trim(), body, files: filesIn(sent).map(({ id }) => id) }, acknowledged);
    if (!('done' in answer)) return;
    draft.clear(sent);
    setTried(false);
  };

  return {
    draft,
    files,
    attachments,
    send: (acknowledged?: readonly string[]) => void send(acknowledged),
    busy: reply.busy,
    problem: said?.problem,
    /** Said above the button; what is only not written yet is said by the button alone. */
    breaches: standing.filter((breach) => breach !== blankBreach && !(isUntouched && breach.rule === UNREAD_RULE)),
    refused: attachments.waits ?? saidOfBreach(blankBreach),
    marks: emojiIn(draft.content.body ?? '').map(({ start, end }) => ({ from: start, to: end })),
    write: draft.write,
  };
};

const filesIn = ({ files = '' }: Record<string, string>): Attachment[] => {
  try {
    return files ? (JSON.parse(files) as Attachment[]) : [];
  } catch {
    return [];
  }
};
