import type { Workspace } from '@firstline/contract/tasks.ts';
import { StickyNote } from 'lucide-react';
import { useRef } from 'react';
import type { ContactMethod } from '@firstline/domain/customers/customer.ts';
import { proposedAddress } from '@firstline/domain/conversations/no-reply.ts';
import { AttachButton } from '../../conversations/attach-button.tsx';
import { AttachingList } from '../../conversations/attachment-list.tsx';
import { EmailHead } from '../../conversations/email-head.tsx';
import { useKeys } from '../../platform/keys.ts';
import { useMe } from '../../platform/me.ts';
import { t } from '../../platform/words.ts';
import type { Draft } from '../../tasks/draft.ts';
import { CalledByNote } from '../../tasks/called-by-note.tsx';
import { NoteDetails } from '../../tasks/note-fields.tsx';
import { CHANNEL_ICONS, channelName } from '../../ui/channel.ts';
import { Composer } from '../../ui/composer.tsx';
import { focusFlow } from '../../ui/flow.tsx';
import { Tag } from '../../ui/tag.tsx';
import { toast } from '../../ui/toast.tsx';
import { LeftDraft } from './left-draft.tsx';
import { ReachComposer } from './reach-composer.tsx';
import { useEmail } from './use-email.ts';
import { useNote } from './use-note.ts';

export type ComposerTab = ContactMethod | 'note';
const WAYS: readonly ContactMethod[] = ['email', 'text', 'call'];

type TaskComposerProps = { workspace: Workspace; drafts: { email: Draft; note: Draft }; tab: ComposerTab; onTab: (tab: ComposerTab) => void };

/** Where the holder answers the customer, or writes for colleagues. */
export const TaskComposer = ({ workspace, drafts, tab, onTab }: TaskComposerProps) => {
  const { person } = useMe();
  const email = useEmail(workspace, drafts.email);
  const note = useNote(workspace, drafts.note);
  const field = useRef<HTMLTextAreaElement>(null);
  const go = (to: ComposerTab) => {
    onTab(to);
    requestAnimationFrame(() => field.current?.focus());
  };
  useKeys({ r: { says: t('Answer by email'), does: () => go('email') }, n: { says: t('Write a note'), does: () => go('note') } }, { scope: t('Task') });

  const { prefers } = workspace.customer;
  const frame = {
    channels: [
      ...WAYS.map((way) => ({ id: way, label: channelName(way), icon: CHANNEL_ICONS[way] })),
      { id: 'note', label: t('Note'), icon: StickyNote, note: true },
    ],
    channel: tab,
    onChannel: (id: string) => onTab(id as ComposerTab),
    textRef: field,
    onLeave: focusFlow,
  };
  const wish = prefers && <Tag tone="accent">{t('Prefers: {{way}}', { way: channelName(prefers) })}</Tag>;
  if (tab === 'text' || tab === 'call') return <ReachComposer key={tab} workspace={workspace} way={tab} shared={frame} wish={wish} />;

  const writing = tab === 'email' ? email : note;
  const { content } = writing.draft;
  const use = (left: Record<string, string>) => {
    const before = content;
    writing.write(left);
    toast(t('Their draft stands in the composer now.'), { undo: () => writing.write(before) });
  };
  const shared = {
    ...frame,
    call: (
      <>
        {wish}
        <LeftDraft drafts={workspace.drafts} kind={tab} names={workspace.names} onUse={use} />
      </>
    ),
    breaches: writing.breaches,
    refused: writing.refused,
    problem: writing.problem?.title,
    saved: writing.draft.kept,
    busy: writing.busy,
  };

  return tab === 'email' ? (
    <Composer
      {...shared}
      to={<EmailHead proposed={proposedAddress(content.to ?? '', workspace.customer.emails)} to={content.to ?? ''} subject={content.subject ?? ''} onTo={(to) => email.write({ to })} onSubject={(subject) => email.write({ subject })} />}
      text={content.body ?? ''}
      onText={(body) => email.write({ body })}
      onFiles={email.attachments.add}
      fields={email.files.length + email.attachments.coming.length > 0 && <AttachingList files={email.files} coming={email.attachments.coming} onRemove={email.attachments.remove} onStop={email.attachments.stop} />}
      tools={<AttachButton onFiles={email.attachments.add} />}
      marks={email.marks}
      placeholder={t('Write to the customer')}
      anyway={t('Send anyway')}
      onAnyway={(rules) => email.send(rules)}
      hints={
        <>
          {workspace.conversation.ours && t('from {{address}}', { address: workspace.conversation.ours })}
          {workspace.conversation.ours && person.initials && ' · '}
          {person.initials && <>{t('signs as')} <b>{person.initials}</b></>}
        </>
      }
      sendLabel={t('Send')}
      onSend={() => email.send()}
    />
  ) : (
    <Composer
      {...shared}
      to={<span>{t('Only colleagues read this.')} <CalledByNote taskId={workspace.task.id} content={content} /></span>}
      text={content.discussed ?? ''}
      onText={(discussed) => note.write({ discussed })}
      placeholder={t('What was discussed')}
      anyway={t('Save anyway')}
      onAnyway={(rules) => void note.save(rules)}
      fields={<NoteDetails content={content} write={note.write} />}
      sendLabel={t('Save note')}
      onSend={() => void note.save()}
    />
  );
};
