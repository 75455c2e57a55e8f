import { offered } from '@firstline/domain/desk/list-item.ts';
import { SearchX } from 'lucide-react';
import { useState } from 'react';
import { useHouse } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/empty.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { TextField } from '../ui/text-field.tsx';
import './help-page.css';
import './lists-page.css';

/** What to do now, by what went wrong, and whom to turn to. */
export const HelpPage = () => {
  const { quickHelp, supportContacts } = useHouse().lists;
  const [find, setFind] = useState('');
  const words = find.trim().toLowerCase();
  const found = offered(quickHelp).filter(({ label, steps }) => `${label} ${steps}`.toLowerCase().includes(words));

  return (
    <Sheet
      title={t('Quick help')}
      says={t('Choose what is the matter. Nothing you wrote is lost while you read.')}
      action={
        <div className="help-find">
          <TextField label={t('Find')} type="search" placeholder={t('What is the matter?')} value={find} onChange={setFind} />
        </div>
      }
    >
      {found.length === 0 && <Empty icon={SearchX} title={t('Nothing here is called like this.')} action={<Button onClick={() => setFind('')}>{t('Show everything')}</Button>} />}
      <div className="help-cards">
        {found.map(({ id, label, steps }) => (
          <Card key={id} title={t(label)}>
            <ol className="help-steps">
              {steps.split('\n').filter(Boolean).map((step) => (
                <li key={step}>{t(step)}</li>
              ))}
            </ol>
          </Card>
        ))}
      </div>
      <Card title={t('Whom to turn to')}>
        <ul className="sheet-list">
          {offered(supportContacts).map(({ id, label, how, hours }) => (
            <li key={id} className="help-contact">
              <p className="list-label">{t(label)}</p>
              <p>{t(how)}</p>
              {hours && <p className="sheet-quiet">{hours}</p>}
            </li>
          ))}
        </ul>
      </Card>
    </Sheet>
  );
};
