import type { AttemptLine } from '@firstline/contract/tasks.ts';
import { t } from '../platform/words.ts';
import { clockTime } from '../platform/time.ts';
import { Button } from '../ui/button.tsx';
import { CHANNEL_ICONS } from '../ui/channel.ts';
import { Icon } from '../ui/icon.tsx';
import { serverNow } from '../ui/now.ts';
import { Section } from '../ui/section.tsx';
import { Tries } from '../ui/tries.tsx';
import { tries } from '@firstline/domain/conversations/attempt.ts';
import type { Channel } from '@firstline/domain/conversations/conversation.ts';
import { attemptResult } from './attempt-words.ts';
import './attempts-section.css';

type AttemptsProps = { attempts: AttemptLine[]; needed: number; onLog?: () => void };

/** Every try to reach the customer, and how many are still missing before one may give up. */
export const AttemptsSection = ({ attempts, needed, onLog }: AttemptsProps) => {
  const made = tries(attempts);
  const missing = needed - made;
  return (
    <Section title={t('Attempts')} aside={t('{{made}} of {{needed}}', { made, needed })}>
      <Tries made={made} needed={needed} />
      <p className="section-from">
        {missing > 0 ? t('{{count}} more before “Unsuccessful Contact”.', { count: missing }) : t('Enough for “Unsuccessful Contact”, if nobody was reached.')}
      </p>
      {attempts.length > 0 && (
        <ul className="attempts-made">
          {attempts.map(({ id, channel, address, at, result, byHand, cause }) => (
            <li key={id}>
              <Icon of={CHANNEL_ICONS[channel as Channel] ?? CHANNEL_ICONS.email} size={14} />
              <span className="attempts-where">
                {address}
                <small>
                  {[attemptResult(result), byHand && t('entered by hand'), cause].filter(Boolean).join(' · ')}
                </small>
              </span>
              <time dateTime={at}>{clockTime(at, serverNow())}</time>
            </li>
          ))}
        </ul>
      )}
      {onLog && (
        <Button kind="quiet" onClick={onLog}>
          {t('Log an attempt made elsewhere')}
        </Button>
      )}
    </Section>
  );
};
