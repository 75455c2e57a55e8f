import { Popover } from '@base-ui/react/popover';
import type { Breach } from '@firstline/domain/rule.ts';
import { OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../platform/words.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { Tag } from './tag.tsx';
import './reasons.css';

export type ReasonsProps = {
  breaches: readonly Breach[];
  /** The words for going on knowingly: "Send anyway". Offered once nothing enforced stands in the way. */
  anyway?: string;
  /** Gets the names of the warnings passed; the journal keeps them. */
  onAnyway?: (rules: string[]) => void;
  /** More about a rule, such as its source or its page of the handbook. */
  more?: (breach: Breach) => ReactNode;
};

/** Why not, where the hand is: the rule's sentence, what only the facts know, and the rule itself behind "Why". */
export const Reasons = ({ breaches, anyway, onAnyway, more }: ReasonsProps) => {
  const passable = breaches.length > 0 && breaches.every(({ level }) => level === 'warned');
  return (
    // The region is always there: a screen reader only hears what changes inside one it knows.
    <div className="reasons" role="status">
      {breaches.map((breach) => (
        <div key={breach.rule} className={`reasons-one reasons-${breach.level}`}>
          <Icon of={breach.level === 'enforced' ? OctagonAlert : TriangleAlert} />
          <p className="reasons-says">
            <b>{t(breach.says)}</b> {breach.because} <Why breach={breach} more={more} />
          </p>
        </div>
      ))}
      {passable && anyway && onAnyway && (
        <Button className="reasons-anyway" onClick={() => onAnyway(breaches.map(({ rule }) => rule))}>
          {anyway}
        </Button>
      )}
    </div>
  );
};

const Why = ({ breach, more }: { breach: Breach; more?: ReasonsProps['more'] }) => (
  <Popover.Root>
    <Popover.Trigger className="reasons-why">{t('Why')}</Popover.Trigger>
    <Popover.Portal>
      <Popover.Positioner className="reasons-place" side="top" sideOffset={6} collisionPadding={8}>
        <Popover.Popup className="reasons-rule">
          <Popover.Title className="reasons-title">{t(breach.says)}</Popover.Title>
          <Tag tone={breach.level === 'enforced' ? 'stop' : 'warn'}>{breach.level === 'enforced' ? t('Enforced here') : t('Warned here')}</Tag>
          <Popover.Description className="reasons-level">
            {breach.level === 'enforced' ? t('Nobody can pass this rule in this queue.') : t('You may go on if you say so. The journal keeps that you did.')}
          </Popover.Description>
          {more?.(breach)}
          <code className="reasons-name">{breach.rule}</code>
        </Popover.Popup>
      </Popover.Positioner>
    </Popover.Portal>
  </Popover.Root>
);
