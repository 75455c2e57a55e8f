import type { RuleUse } from '@firstline/contract/desk.ts';
import type { Level } from '@firstline/domain/rule.ts';
import type { HouseRule } from '@firstline/domain/rules.ts';
import { useCommand } from '../platform/asking.ts';
import { useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { Tag } from '../ui/tag.tsx';
import { ACT_WORDS, firstActOf } from './rule-groups.ts';
import { holdingLevel, LEVEL_WORDS, LEVELS, shippedLevel } from './rule-levels.ts';
import { useChosen } from './use-chosen.ts';
import { useSaidWithUndo } from './use-said-with-undo.ts';
import { WhyNot } from '../platform/why-not.tsx';

/** Nothing of its own: as the house in a queue, as shipped in the house. */
const NOTHING = 'nothing';
type RuleRowProps = { rule: HouseRule; queueId?: string; use?: RuleUse; onCases: () => void };

/** A rule, how it is kept in the whole house or in one queue, and how often it spoke this week. */
export const RuleRow = ({ rule, queueId, use, onCases }: RuleRowProps) => {
  const { house } = useMe();
  const own = (queueId ? house?.queueLevels[queueId] : house?.levels)?.[rule.name];
  const set = useCommand('desk.setRuleLevel');
  const say = useSaidWithUndo();
  const { shown, choose } = useChosen<Level | typeof NOTHING>(own ?? NOTHING, (level) => set.ask({ rule: rule.name, level: level === NOTHING ? undefined : level, queueId }));
  const shipped = shippedLevel(rule);
  const without = queueId ? holdingLevel(rule, house?.levels ?? {}).level : shipped;
  const holds = shown === NOTHING ? without : shown;
  const withoutWords = queueId ? t('As the house: {{level}}', { level: t(LEVEL_WORDS[without].label) }) : t('As shipped: {{level}}', { level: t(LEVEL_WORDS[without].label) });

  const save = async (level: Level | typeof NOTHING) => {
    if (level === shown) return;
    const label = level === NOTHING ? withoutWords : t(LEVEL_WORDS[level].label);
    if (await choose(level)) say(t('{{level}} from now on: {{rule}}', { level: label, rule: t(rule.says) }), () => void choose(shown));
  };

  return (
    <li className="rule-line" data-off={holds === 'off' || undefined}>
      <div className="rule-words">
        <p className="rule-says">{t(rule.says)}</p>
        <RuleSource rule={rule} />
        <RuleUsed use={use} onCases={onCases} />
      </div>
      <div className="rule-level">
        <Select
          label={t('How this is kept: {{rule}}', { rule: t(rule.says) })}
          hideLabel
          value={shown}
          onChange={(level) => void save(level)}
          options={[{ value: NOTHING as Level | typeof NOTHING, label: withoutWords }, ...LEVELS.map((level) => ({ value: level, label: t(LEVEL_WORDS[level].label), says: t(LEVEL_WORDS[level].says) }))]}
        />
        {shown !== NOTHING && shown !== without && <Tag tone="accent">{queueId ? t('said for this queue') : t('shipped: {{level}}', { level: t(LEVEL_WORDS[shipped].label) })}</Tag>}
      </div>
      <div className="rule-why-not">
        <WhyNot breaches={set.refused} problem={set.problem} />
      </div>
    </li>
  );
};

/** How often it spoke this week; the words open the cases. */
export const RuleUsed = ({ use, onCases }: { use?: RuleUse; onCases: () => void }) =>
  use && (
    <Button kind="quiet" className="rule-use num" onClick={onCases}>
      {usedWords(use)}
    </Button>
  );

const usedWords = ({ stopped, passed }: RuleUse): string =>
  [stopped > 0 && t('stopped {{count}} times this week', { count: stopped }), passed > 0 && t('passed knowingly {{count}} times', { count: passed })].filter(Boolean).join(' · ');

/** Which rows of the requirements it answers, what it is called in the journal, and what else it guards. */
export const RuleSource = ({ rule }: { rule: HouseRule }) => {
  const others = rule.guards.filter((act) => act !== firstActOf(rule)).map((act) => t(ACT_WORDS[act]));
  return (
    <p className="rule-source">
      <span className="num">{rule.from.join(', ')}</span>
      <code>{rule.name}</code>
      {others.length > 0 && <span>{t('also: {{acts}}', { acts: others.join(' · ') })}</span>}
    </p>
  );
};
