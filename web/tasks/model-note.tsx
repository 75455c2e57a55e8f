import { useId, useState } from 'react';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import './model-note.css';

/** How a good note reads, one click away from the one being written. */
export const ModelNote = () => {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="model-note">
      <Button kind="quiet" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t('Hide the model note') : t('Model note')}
      </Button>
      <div id={id} role="status">
        {isOpen && (
          <dl className="model-note-sheet">
            <div>
              <dt>{t('Discussed')}</dt>
              <dd>{t('Rang Ms Field: no heat upstairs since Sunday, breaker checked together, still off.')}</dd>
            </div>
            <div>
              <dt>{t('Agreed')}</dt>
              <dd>{t('Visit booked for Tuesday, 14:00. Technician rings half an hour before.')}</dd>
            </div>
            <div>
              <dt>{t('Mood')}</dt>
              <dd>{t('Annoyed at first, friendly at the end.')}</dd>
            </div>
            <div>
              <dt>{t('Special requests')}</dt>
              <dd>{t('Wants a text message on Monday to confirm. @BS please send it.')}</dd>
            </div>
          </dl>
        )}
      </div>
    </div>
  );
};
