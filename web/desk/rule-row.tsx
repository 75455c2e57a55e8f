import type { Level } from '@firstline/domain/rule.ts';
import type { HouseRule } from '@firstline/domain/rules.ts';
import { useCommand } from '../platform/asking.ts';
import { useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Select } from '../ui/select.tsx';
import { Tag } from '../ui/tag.tsx';
import { ACT_WORDS, firstActOf } from './rule-groups.ts';
import { holdingLevel, LEVEL_WORDS, LEVELS, shippedLevel } from './rule-levels.ts';
import { useChosen } from './use-chosen.ts';
import { useSaidWithUndo } from './use-said-with-undo.ts';
import { WhyNot } from './why-not.tsx';

/** A rule, and how it is kept in the whole house or in one queue. */
export const RuleRow = ({ rule, queueId }: { rule: HouseRule; queueId?: string }) => {
  const { house } = useMe();
  const known = holdingLevel(rule, house?.levels ?? {}, queueId ? house?.queueLevels[queueId] : undefined);
  const set = useCommand('desk.setRuleLevel');
  const say = useSaidWithUndo();
  const { shown, choose } = useChosen(known.level, (level) => set.ask({ rule: rule.name, level, queueId }));
  const shipped = shippedLevel(rule);

  const save = async (level: Level) => {
    if (level === shown) return;
    if (await choose(level)) say(t('{{level}} from now on: {{rule}}', { level: t(LEVEL_WORDS[level].label), rule: t(rule.says) }), () => void choose(shown));
  };

  return (
    <li className="rule-line" data-off={shown === 'off' || undefined}>
      <div className="rule-words">
        <p className="rule-says">{t(rule.says)}</p>
        <RuleSource rule={rule} />
      </div>
      <div className="rule-level">
        <Select
          label={t('How this is kept: {{rule}}', { rule: t(rule.says) })}
          hideLabel
          value={shown}
          onChange={(level) => void save(level)}
          options={LEVELS.map((level) => ({
            value: level,
            label: level === shipped ? t('{{level}} (shipped)', { level: t(LEVEL_WORDS[level].label) }) : t(LEVEL_WORDS[level].label),
            says: t(LEVEL_WORDS[level].says),
          }))}
        />
        {known.from === 'queue' && <Tag tone="accent">{t('said for this queue')}</Tag>}
        {known.from === 'house' && <Tag tone="warn">{queueId ? t('as the house; shipped: {{level}}', { level: t(LEVEL_WORDS[shipped].label) }) : t('shipped: {{level}}', { level: t(LEVEL_WORDS[shipped].label) })}</Tag>}
      </div>
      <div className="rule-why-not">
        <WhyNot refused={set.refused} problem={set.problem} />
      </div>
    </li>
  );
};

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
