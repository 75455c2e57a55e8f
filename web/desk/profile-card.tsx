import type { Change } from '@firstline/domain/desk/profiles/changes.ts';
import { ALL_RULES } from '@firstline/domain/rules.ts';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../platform/asking.ts';
import { isAdministrator, useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { NUMBER_WORDS, shownNumber } from './house-numbers.ts';
import { LEVEL_WORDS } from './rule-levels.ts';
import { WhyNot } from '../platform/why-not.tsx';
import './lists-page.css';

/** Kinds of business as settings: what each would change is shown before it is applied. */
export const ProfileCard = () => {
  const me = useMe();
  const { data, refetch } = useQueryOf('desk.profiles', {}, { enabled: isAdministrator(me), staleTime: 0 });
  const [asked, setAsked] = useState<string>();
  const apply = useCommand('desk.applyProfile');
  const profile = data?.profiles.find(({ id }) => id === asked);

  const open = async (id: string) => {
    await refetch();
    setAsked(id);
  };
  const confirm = async (id: string) => {
    if (!('done' in (await apply.ask({ profile: id })))) return;
    setAsked(undefined);
    void refetch();
    toast(t('The profile is applied. Each change stands in the audit log.'));
  };
  if (!data) return null;

  return (
    <Card title={t('Profiles')} aside={t('a kind of business, all at once')}>
      <ul className="sheet-list">
        {data.profiles.map(({ id, label, says, changes }) => (
          <li key={id} className="sheet-line profile-line">
            <div>
              <p className="list-label">{t(label)}</p>
              <p className="list-more">{t(says)}</p>
            </div>
            {changes.length === 0 ? <p className="sheet-quiet">{t('It holds already.')}</p> : <Button onClick={() => void open(id)}>{t('See {{count}} changes', { count: changes.length })}</Button>}
          </li>
        ))}
      </ul>
      {profile && (
        <Dialog
          open
          onClose={() => setAsked(undefined)}
          size="wide"
          title={t('Apply “{{profile}}”?', { profile: t(profile.label) })}
          says={t('This is what changes. Everything else stays as it is.')}
          foot={
            <>
              <Button onClick={() => setAsked(undefined)}>{t('Cancel')}</Button>
              <Button kind="primary" busy={apply.busy} onClick={() => void confirm(profile.id)}>
                {t('Apply')}
              </Button>
            </>
          }
        >
          <ul className="profile-changes">
            {profile.changes.map((change) => (
              <li key={JSON.stringify(change)}>{changeWords(change)}</li>
            ))}
          </ul>
          <WhyNot breaches={apply.refused} problem={apply.problem} />
        </Dialog>
      )}
    </Card>
  );
};

const changeWords = (change: Change): string => {
  if (change.kind === 'queue') return t('The queue “{{name}}” is opened.', { name: change.name });
  if (change.kind === 'level') return t('{{level}}: {{rule}}', { level: t(LEVEL_WORDS[change.to].label), rule: t(ALL_RULES[change.rule]?.says ?? change.rule) });
  if (change.kind === 'number') {
    const words = NUMBER_WORDS[change.name];
    return t('{{number}}: {{to}} instead of {{from}} {{unit}}.', { number: t(words.label), to: shownNumber(change.to, words), from: shownNumber(change.from, words), unit: t(words.unit) });
  }
  const parts = [
    change.added.length > 0 && t('new: {{labels}}', { labels: change.added.join(', ') }),
    change.removed.length > 0 && t('gone: {{labels}}', { labels: change.removed.join(', ') }),
    change.retired.length > 0 && t('retired, because in use: {{labels}}', { labels: change.retired.join(', ') }),
  ].filter(Boolean);
  return t('The list “{{list}}”: {{parts}}.', { list: change.name, parts: parts.join('; ') || t('other words or order') });
};
