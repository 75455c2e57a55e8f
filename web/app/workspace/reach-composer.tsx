import type { Workspace } from '@firstline/contract/tasks.ts';
import { ATTEMPT_RESULTS, type AttemptResult } from '@firstline/domain/conversations/attempt.ts';
import type { ReactNode } from 'react';
import { t } from '../../platform/words.ts';
import { attemptResultAlone } from '../../tasks/attempt-words.ts';
import { ReachHead } from '../../tasks/reach-head.tsx';
import { Composer, type ComposerProps } from '../../ui/composer.tsx';
import { Select } from '../../ui/select.tsx';
import { LeftDraft } from './left-draft.tsx';
import { useReach, type ReachWay } from './use-reach.ts';

type Shared = Pick<ComposerProps, 'channels' | 'channel' | 'onChannel' | 'textRef' | 'onLeave'>;
type ReachComposerProps = { workspace: Workspace; way: ReachWay; shared: Shared; wish?: ReactNode };

const MOST_CHARACTERS = 500;

/** Where the customer is called or texted with a phone beside the desk, and the try is logged. */
export const ReachComposer = ({ workspace, way, shared, wish }: ReachComposerProps) => {
  const reach = useReach(workspace, way);
  return (
    <Composer
      {...shared}
      call={
        <>
          {wish}
          <LeftDraft drafts={workspace.drafts} kind="attempt" names={workspace.names} onUse={reach.write} />
        </>
      }
      to={<ReachHead way={way} numbers={reach.numbers} address={reach.address} onAddress={(address) => reach.write({ address })} />}
      text={reach.remark}
      onText={(remark) => reach.write({ remark: remark.slice(0, MOST_CHARACTERS) })}
      placeholder={way === 'call' ? t('How the call went, in a line') : t('What was texted, in a line')}
      fields={<Select<AttemptResult> label={t('Result')} options={ATTEMPT_RESULTS.map((value) => ({ value, label: attemptResultAlone(value) }))} value={reach.result} onChange={(result) => reach.write({ result })} />}
      breaches={reach.breaches}
      refused={reach.refused}
      problem={reach.problem?.title}
      saved={reach.draft.kept}
      busy={reach.busy}
      sendLabel={way === 'call' ? t('Log the call') : t('Log the text')}
      onSend={() => void reach.save()}
    />
  );
};
