import type { Summary } from '@firstline/domain/assist/summary.ts';
import { useSpotlight } from '../platform/spotlight.ts';
import { t } from '../platform/words.ts';
import { Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';
import './summary-section.css';

/** What the customer needs, in short. Each line shows the words it was made from. */
export const SummarySection = ({ summary, linked }: { summary: Summary; /** The messages are on the screen too. */ linked?: boolean }) => (
  <Section title={t('Summary')} aside={<span data-tip={t('Made by the desk itself, without a model. Look at the words it came from.')}><Tag>{t('built-in')}</Tag></span>}>
    {summary.lines.length === 0 && <p className="section-lead">{t('There are no words to sum up.')}</p>}
    <ul className="summary">
      {summary.lines.map((line) => (
        <li key={`${line.messageId} ${line.start}`}>{linked ? <SourcedLine line={line} /> : line.says}</li>
      ))}
    </ul>
    {summary.chips.length > 0 && (
      <p className="summary-chips">
        {summary.chips.map((chip) => (
          <Tag key={chip}>{chip}</Tag>
        ))}
      </p>
    )}
    <p className="section-from">{t('From {{count}} messages', { count: summary.messages })}</p>
  </Section>
);

const SourcedLine = ({ line }: { line: Summary['lines'][number] }) => {
  const { light } = useSpotlight();
  const { messageId, start, end } = line;
  const on = () => light({ messageId, start, end });
  const off = () => light(undefined);
  return (
    <button
      type="button"
      className="summary-line"
      aria-description={t('Shows the words it was made from')}
      onPointerEnter={on}
      onPointerLeave={off}
      onFocus={on}
      onBlur={off}
      onClick={() => light({ messageId, start, end }, true)}
    >
      {line.says}
    </button>
  );
};
