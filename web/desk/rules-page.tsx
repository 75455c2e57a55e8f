import type { Queue } from '@firstline/domain/desk/queue.ts';
import type { HouseRule } from '@firstline/domain/rules.ts';
import { useState } from 'react';
import { useQueryOf } from '../platform/asking.ts';
import { isAdministrator, useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Card } from '../ui/card.tsx';
import { Select } from '../ui/select.tsx';
import { Tag } from '../ui/tag.tsx';
import { AdminPage } from './admin-page.tsx';
import { NUMBERS } from './house-numbers.ts';
import { NumberRow } from './number-row.tsx';
import { ProfileCard } from './profile-card.tsx';
import { ACT_WORDS, FIXED, SETTABLE } from './rule-groups.ts';
import { RuleCasesDialog } from './rule-cases-dialog.tsx';
import { RuleRow, RuleSource, RuleUsed } from './rule-row.tsx';
import './rules-page.css';

const EVERYWHERE = 'house';

/** The house rules: how each is kept, everywhere or in one queue, and the numbers they use. */
export const RulesPage = () => {
  const { queues } = useMe();
  const [chosen, setChosen] = useState(EVERYWHERE);
  const [shown, setShown] = useState<HouseRule>();
  const { data: week } = useQueryOf('desk.ruleUse', {}, { enabled: isAdministrator(useMe()), staleTime: 0 });
  const queue = queues.find(({ id }) => id === chosen);

  return (
    <AdminPage
      title={t('House rules')}
      says={t('An enforced rule stops. A warned one can be passed by somebody who says so. One that is off is silent. A change is saved at once and kept in the journal.')}
      action={queues.length > 0 && <Where queues={queues} value={queue?.id ?? EVERYWHERE} onChange={setChosen} />}
    >
      {SETTABLE.map(({ act, rules }) => (
        <Card key={act} title={t(ACT_WORDS[act])} aside={queue && t('in {{queue}}', { queue: queue.name })}>
          <ul className="sheet-list">
            {rules.map((rule) => (
              <RuleRow key={`${rule.name} ${queue?.id ?? ''}`} rule={rule} queueId={queue?.id} use={week?.rules[rule.name]} onCases={() => setShown(rule)} />
            ))}
          </ul>
        </Card>
      ))}
      <Card title={t('Numbers')} aside={queue && t('for the whole house')}>
        <ul className="sheet-list">
          {NUMBERS.map((name) => (
            <NumberRow key={name} name={name} />
          ))}
        </ul>
      </Card>
      <ProfileCard />
      <Card title={t('The desk itself')} aside={t('These always hold.')}>
        <ul className="sheet-list">
          {FIXED.flatMap(({ rules }) => rules).map((rule) => (
            <li key={rule.name} className="rule-line">
              <div className="rule-words">
                <p className="rule-says">{t(rule.says)}</p>
                <RuleSource rule={rule} />
                <RuleUsed use={week?.rules[rule.name]} onCases={() => setShown(rule)} />
              </div>
              <div className="rule-level">
                <Tag tone="ok">{t('Always holds')}</Tag>
              </div>
            </li>
          ))}
        </ul>
      </Card>
      {shown && <RuleCasesDialog rule={shown} onClose={() => setShown(undefined)} />}
    </AdminPage>
  );
};

const Where = ({ queues, value, onChange }: { queues: readonly Queue[]; value: string; onChange: (queueId: string) => void }) => (
  <div className="rules-where">
    <Select label={t('Where')} value={value} onChange={onChange} options={[{ value: EVERYWHERE, label: t('The whole house') }, ...queues.map(({ id, name }) => ({ value: id, label: name }))]} />
  </div>
);
