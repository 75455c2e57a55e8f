import { Image, LayoutTemplate } from 'lucide-react';
import { useState } from 'react';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import './as-written.css';

/** The layout of a mail, in a frame without scripts and without an origin. Its plain words stand above. */
export const AsWritten = ({ messageId, from }: { messageId: string; from: string }) => {
  const [shown, setShown] = useState<'no' | 'layout' | 'pictures'>('no');
  return (
    <span className="as-written">
      <span className="as-written-acts">
        <Button kind="quiet" icon={LayoutTemplate} aria-expanded={shown !== 'no'} onClick={() => setShown(shown === 'no' ? 'layout' : 'no')}>
          {shown === 'no' ? t('Show as written') : t('Show the words alone')}
        </Button>
        {shown === 'layout' && (
          <Button kind="quiet" icon={Image} data-tip={t('Its sender can see that somebody looked, and when.')} onClick={() => setShown('pictures')}>
            {t('Load pictures')}
          </Button>
        )}
      </span>
      {shown !== 'no' && (
        <iframe
          className="as-written-frame"
          title={t('Mail of {{from}} as it was written', { from })}
          src={`/api/letters/${messageId}${shown === 'pictures' ? '?pictures=all' : ''}`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
        />
      )}
    </span>
  );
};
