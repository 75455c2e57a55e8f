import type { RuleCase } from '@firstline/contract/desk.ts';
import type { HouseRule } from '@firstline/domain/rules.ts';
import { useState } from 'react';
import { useQueryOf } from '../platform/asking.ts';
import { clockTime } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { serverNow } from '../ui/now.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { Tag } from '../ui/tag.tsx';
import { Unread } from '../platform/unread.tsx';
import { saidIn } from './journal-words.ts';

/** When a rule stopped or warned somebody this week: who, what they asked, what it was about. */
export const RuleCasesDialog = ({ rule, onClose }: { rule: HouseRule; onClose: () => void }) => {
  const [before, setBefore] = useState<number>();
  const { data, error, isPending, refetch } = useQueryOf('desk.ruleCases', { rule: rule.name, before, limit: 20 }, { staleTime: 0 });
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={t(rule.says)}
      says={t('This week, newest first. What was asked is in the journal until the person it was about is erased.')}
      foot={
        <>
          {before && <Button onClick={() => setBefore(undefined)}>{t('Newest')}</Button>}
          {data?.next && <Button onClick={() => setBefore(data.next)}>{t('Older')}</Button>}
          <Button onClick={onClose}>{t('Close')}</Button>
        </>
      }
    >
      {isPending && <Skeleton kind="row" rows={3} />}
      {error && !data && <Unread error={error} onRetry={() => void refetch()} />}
      <ul className="rule-cases">
        {data?.cases.map((one) => (
          <Case key={one.seq} one={one} name={data.names[one.by] ?? one.by} />
        ))}
      </ul>
    </Dialog>
  );
};

const Case = ({ one, name }: { one: RuleCase; name: string }) => (
  <li className="rule-case">
    <p>
      <strong>{name}</strong> <code>{one.command}</code> {one.what === 'stopped' ? <Tag tone="stop">{t('stopped')}</Tag> : <Tag tone="warn">{t('passed knowingly')}</Tag>}
    </p>
    <time className="num" dateTime={one.at}>{clockTime(one.at, serverNow())}</time>
    {one.about && <p className="rule-case-about">{one.about}</p>}
    <p className="rule-case-input">{one.input ? saidIn(one.input) : t('What was asked has been erased.')}</p>
  </li>
);
