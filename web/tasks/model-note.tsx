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
            {SAMPLE.map(([part, words]) => (
              <div key={part}>
                <dt>{t(part)}</dt>
                <dd>{t(words)}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </div>
  );
};

const SAMPLE: [part: string, words: string][] = [
  ['Discussed', 'Rang Ms Field: no heat upstairs since Sunday, breaker checked together, still off.'],
  ['Agreed', 'Visit booked for Tuesday, 14:00. Technician rings half an hour before.'],
  ['Mood', 'Annoyed at first, friendly at the end.'],
  ['Special requests', 'Wants a text message on Monday to confirm. @BS please send it.'],
];
