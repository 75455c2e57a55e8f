import { mayBeForged, type Message as Written } from '@firstline/domain/conversations/message.ts';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useSpotlight } from '../platform/spotlight.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { CHANNEL_ICONS, channelName } from '../ui/channel.ts';
import { Alerted } from '../platform/alerted.tsx';
import { Message } from '../ui/message.tsx';
import { Tag } from '../ui/tag.tsx';
import { AsWritten } from './as-written.tsx';
import { AttachmentList } from './attachment-list.tsx';
import { stretchesOf } from './stretches.ts';
import './letter.css';

type LetterProps = {
  letter: Written;
  /** The thread's own subject: another one is worth saying. */
  subject: string;
  /** Where the thread's answers go: somebody who writes from elsewhere is worth a look. */
  address?: string;
  byName?: string;
  onWriteAgain?: () => void;
};

/** A message of the thread: what was written this time, its quotes folded, and how far it got. */
export const Letter = ({ letter, subject, address, byName, onWriteAgain }: LetterProps) => {
  const { direction, channel, from, fromName, to, at, state } = letter;
  const isOut = direction === 'out';
  const by = isOut ? t('{{channel}} to {{address}}', { channel: channelName(channel), address: to }) : fromName?.trim() || from;
  const isOther = plain(letter.subject) !== plain(subject) && letter.subject.trim() !== '';

  const hasMore = state === 'failed' || state === 'unknown' || (letter.files?.length ?? 0) > 0;

  return (
    <Message
      kind={isOut ? 'out' : 'in'}
      icon={CHANNEL_ICONS[channel]}
      iconName={channelName(channel)}
      by={isOut && byName && !letter.machine ? t('{{name}} · {{to}}', { name: byName, to: by }) : by}
      at={at}
      state={isOut ? <OwnState letter={letter} /> : <SenderState letter={letter} address={address} />}
      after={hasMore && <LetterEnd letter={letter} onWriteAgain={onWriteAgain} />}
    >
      {mayBeForged(letter) && (
        <span className="letter-doubt" role="note">
          {t('Sender not verified: this mail answers none of ours and bears the customer’s address, which anybody can write. Ask back at {{address}} before you act on it.', { address: address ?? from })}
        </span>
      )}
      {isOther && <span className="letter-subject">{letter.subject}</span>}
      <LetterText letter={letter} />
      {letter.html && <AsWritten messageId={letter.id} from={from} />}
    </Message>
  );
};

/** What came along, and why it did not arrive. */
const LetterEnd = ({ letter: { state, cause, files = [] }, onWriteAgain }: Pick<LetterProps, 'letter' | 'onWriteAgain'>) => (
  <>
    {files.length > 0 && <AttachmentList files={files} />}
    {(state === 'failed' || state === 'unknown') && (
      <p className="letter-cause">
        {cause && t(cause)} {onWriteAgain && <Button onClick={onWriteAgain}>{state === 'failed' ? t('Write it again') : t('Write it again all the same')}</Button>}
      </p>
    )}
  </>
);

const plain = (subject: string): string => subject.replace(/^\s*(?:re|aw|fwd?|wg)\s*:\s*/i, '').trim();

/** Who really wrote, as far as anybody could tell. */
const SenderState = ({ letter: { channel, machine, sender, from }, address }: Pick<LetterProps, 'letter' | 'address'>) => (
  <>
    {machine && <Tag>{MACHINES[machine]()}</Tag>}
    {channel === 'email' && !machine && sender !== 'verified' && (
      <span data-tip={sender === 'failed' ? t('Our mail server could not vouch for this sender. The name may be forged.') : t('Nobody checked whether this sender is who they say. Ask before you tell them anything that is not in this thread.')}>
        <Tag tone={sender === 'failed' ? 'stop' : 'off'}>{t('sender not verified')}</Tag>
      </span>
    )}
    {channel === 'email' && !machine && address && from.toLowerCase() !== address.toLowerCase() && <Tag tone="warn">{t('writes from {{address}}', { address: from })}</Tag>}
  </>
);

const MACHINES = { bounce: () => t('report of a mail server'), 'auto-reply': () => t('automatic answer'), 'feedback-report': () => t('complaint report'), list: () => t('mailing list') };

const OwnState = ({ letter: { machine, state, cause } }: Pick<LetterProps, 'letter'>) => (
  <>
    {machine && <Tag>{MACHINES[machine]()}</Tag>}
    <DeliveryState state={state} cause={cause} />
  </>
);

const DeliveryState = ({ state, cause }: Pick<Written, 'state' | 'cause'>) => {
  if (state === 'sent' && cause) return <span data-tip={t(cause)}><Tag tone="warn">{t('not yet delivered')}</Tag></span>;
  if (state === 'failed') return <Tag tone="stop">{t('not sent')}</Tag>;
  if (state === 'unknown') return <Tag tone="warn">{t('unclear whether it went')}</Tag>;
  return state === 'queued' ? <Tag>{t('on its way')}</Tag> : <>· {t('sent')}</>;
};

/** The text by stretches: marked where the summary points, quotes behind a button. */
const LetterText = ({ letter }: { letter: Written }) => {
  const { lit } = useSpotlight();
  const [unfolded, setUnfolded] = useState(false);
  const own = lit?.messageId === letter.id ? lit : undefined;
  const mark = useRef<HTMLElement>(null);
  const stretches = useMemo(() => stretchesOf(letter.text, own), [letter.text, own]);
  const showsAll = unfolded || stretches.some(({ isQuoted, isLit }) => isQuoted && isLit);
  const bring = own?.bring;
  useLayoutEffect(() => {
    if (bring) mark.current?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }, [bring]);

  return (
    <>
      {stretches
        .filter(({ isQuoted }) => showsAll || !isQuoted)
        .map(({ text, start, isQuoted, isLit }) =>
          isLit ? (
            <mark key={start} ref={mark}>
              {text}
            </mark>
          ) : (
            <span key={start} className={isQuoted ? 'letter-quoted' : undefined}>
              <Alerted text={text} />
            </span>
          ),
        )}
      {stretches.some(({ isQuoted }) => isQuoted) && (
        <button type="button" className="letter-fold" aria-expanded={showsAll} onClick={() => setUnfolded(!unfolded)}>
          {showsAll ? t('Hide the quoted text') : t('Show the quoted text')}
        </button>
      )}
    </>
  );
};
