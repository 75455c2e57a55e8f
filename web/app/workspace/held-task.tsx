import type { Workspace as Known } from '@firstline/contract/tasks.ts';
import { wayToBegin } from '@firstline/domain/customers/way-to-begin.ts';
import { check } from '@firstline/domain/rule.ts';
import { closing, handingBack } from '@firstline/domain/tasks/rules/index.ts';
import { writtenIn } from '@firstline/domain/tasks/written.ts';
import { ArrowUp, Check, CornerDownLeft, HandCoins, Hourglass, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../../platform/asking.ts';
import { useKeys } from '../../platform/keys.ts';
import { useHouse, useMe } from '../../platform/me.ts';
import { useSteady } from '../../platform/steady.ts';
import { wasDone } from '../../platform/was-done.ts';
import { t } from '../../platform/words.ts';
import { ClosingAsked } from '../../tasks/closing-asked.tsx';
import { EscalateDialog } from '../../tasks/escalate-dialog.tsx';
import type { DraftContent } from '../../tasks/draft-shelf.ts';
import { useDraft } from '../../tasks/use-draft.ts';
import { EscalationPrompt } from '../../tasks/escalation-prompt.tsx';
import { GrantDialog } from '../../tasks/grant-dialog.tsx';
import { HandBackDialog } from '../../tasks/hand-back-dialog.tsx';
import { Orientation, useSeenParts } from '../../tasks/orientation.tsx';
import { ParkDialog } from '../../tasks/park-dialog.tsx';
import { useOfferedActs } from '../../tasks/task-acts.ts';
import { TaskMeta } from '../../tasks/task-meta.tsx';
import { Seen } from '../../ui/seen.tsx';
import { toast } from '../../ui/toast.tsx';
import { TaskHead, Workspace, type TaskAct } from '../../ui/workspace-layout.tsx';
import { Closing } from './closing.tsx';
import { contactFacts } from './contact-words.ts';
import { TaskComposer, type ComposerTab } from './task-composer.tsx';
import { Timeline } from './timeline.tsx';
import { useUndoClose } from './undo-close.tsx';

/** Longer than this a toast would be in the way; the closed task itself offers the way back as long as there is one. */
const UNDO_SHOWN_SECONDS = 12;

type HeldTaskProps = { known: Known; tab?: ComposerTab; onTab: (tab: ComposerTab) => void; onLeave: () => void };

/** A task at work: everything that its holder does. */
export const HeldTask = ({ known, tab, onTab, onLeave }: HeldTaskProps) => {
  const { person } = useMe();
  const { levels, policy, lists } = useHouse(known.task.queueId);
  const [asking, setAsking] = useState<'resolve' | 'escalate' | 'handBack' | 'grant' | 'park'>();
  const giveBack = useCommand('tasks.return');
  const undoClose = useUndoClose();
  const seen = useSeenParts(known.task);
  const emailDraft = useDraft(known.task.id, 'email', known.drafts);
  const noteDraft = useDraft(known.task.id, 'note', known.drafts);
  // A mail begun before stands open; else the way the customer wishes.
  const [begins] = useState<ComposerTab>(() => (emailDraft.now().content?.body?.trim() ? 'email' : wayToBegin(known.customer, known.conversation.channel)));
  const { task } = known;

  const facts = { task, by: person, ...contactFacts(known), reasons: lists.closeReasons, teams: lists.teams, policy };
  const belongsToOthers = check(closing, { ...facts, reason: undefined }, levels).find(({ rule, level }) => rule === 'complaints-escalate' && level === 'enforced');

  const [begun, setBegun] = useState<DraftContent>();
  const escalateWith = (known?: DraftContent) => {
    setBegun(known);
    setAsking('escalate');
  };

  const leave = (says: string, undo?: () => void) => {
    setAsking(undefined);
    toast(says, { undo, seconds: undo ? Math.min(policy.undoCloseSeconds, UNDO_SHOWN_SECONDS) : undefined });
    onLeave();
  };
  const close = async () => {
    const answer = await giveBack.ask({ taskId: task.id });
    if (wasDone(answer)) leave(t('Back in the queue, unresolved. Notes and drafts are kept.'));
  };

  /** What did not arrive goes back into the composer, to be looked at and sent anew. */
  const writeAgain = useSteady((messageId: string) => {
    const failed = known.messages.find(({ id }) => id === messageId);
    if (!failed) return;
    const before = emailDraft.now().content ?? {};
    emailDraft.write(() => ({ to: failed.to, subject: failed.subject, body: failed.text, files: JSON.stringify(failed.files ?? []) }));
    onTab('email');
    toast(t('The text is in the composer again.'), { undo: () => emailDraft.write(() => before) });
  });

  const mayHandBack = check(handingBack, { task, by: person }, levels).length === 0;
  const handBack: TaskAct = { label: t('Hand back'), icon: CornerDownLeft, tip: t('To the front line, with what it needs to know'), does: () => setAsking('handBack') };
  const escalate: TaskAct = { label: t('Escalate'), icon: ArrowUp, rare: mayHandBack, does: () => escalateWith() };
  const giveUp: TaskAct = { label: t('Close'), icon: Undo2, tip: t('Puts it back into the queue, unresolved'), busy: giveBack.busy, does: () => void close() };
  const resolve: TaskAct = { label: t('Resolve & Close'), icon: Check, does: () => setAsking('resolve') };
  const wait: TaskAct = { label: t('Wait for answer'), icon: Hourglass, keys: 'w', tip: t('Parks it until the customer answers'), does: () => setAsking('park') };
  const give: TaskAct = { label: t('Give something'), icon: HandCoins, rare: true, tip: t('A refund, a lower price or a promise, within your limits'), does: () => setAsking('grant') };
  const acts = belongsToOthers ? [wait, giveUp, escalate] : [give, escalate, ...(mayHandBack ? [handBack] : []), wait, giveUp, resolve];
  useKeys({ w: { says: t('Wait for the customer’s answer'), does: wait.does } }, { scope: t('Task') });
  useOfferedActs(acts);

  return (
    <>
      <Workspace
        head={<TaskHead title={task.subject.trim() || t('No subject')} meta={<TaskMeta task={task} />} acts={acts} />}
        callBar={
          <>
            <EscalationPrompt task={task} messages={known.messages} onEscalate={escalateWith} />
            <ClosingAsked task={task} lastContactAt={facts.lastContactAt} onResolve={resolve.does} onPark={wait.does} />
          </>
        }
        strip={<Orientation task={task} wrote={writtenIn(task, known.messages)} policy={policy} />}
        flow={
          <Seen name="conversation" done={task.viewed?.conversation !== undefined} onSeen={() => seen('conversation')}>
            <Timeline workspace={known} onWriteAgain={writeAgain} />
          </Seen>
        }
        composer={<TaskComposer workspace={known} drafts={{ email: emailDraft, note: noteDraft }} tab={tab ?? begins} onTab={onTab} />}
      />
      {asking === 'escalate' && <EscalateDialog task={task} begun={begun} onClose={() => setAsking(undefined)} onDone={(says) => leave(says)} />}
      {asking === 'grant' && (
        <GrantDialog
          task={task}
          onClose={() => setAsking(undefined)}
          onDone={() => {
            setAsking(undefined);
            toast(t('Written down.'));
          }}
          onEscalate={escalateWith}
        />
      )}
      {asking === 'handBack' && <HandBackDialog taskId={task.id} onClose={() => setAsking(undefined)} onDone={() => leave(t('Handed back to the front line.'))} />}
      {asking === 'park' && <ParkDialog taskId={task.id} onClose={() => setAsking(undefined)} onDone={() => leave(t('Parked. It comes back to you with the answer.'))} />}
      {asking === 'resolve' && <Closing known={known} facts={facts} noteDraft={noteDraft} onClose={() => setAsking(undefined)} onDone={() => leave(t('Resolved and closed.'), undoClose(task.id))} />}
    </>
  );
};
