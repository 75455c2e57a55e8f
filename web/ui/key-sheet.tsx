import { useState, type ReactNode } from 'react';
import { setKeySettings, useKeySettings } from '../platform/key-settings.ts';
import { activeKeys, useKeys, type Listed } from '../platform/keys.ts';
import { isSingle } from '../platform/key-names.ts';
import { t } from '../platform/words.ts';
import { CheckRow } from './check-row.tsx';
import { Dialog } from './dialog.tsx';
import { Kbd } from './kbd.tsx';
import './key-sheet.css';

/** `?` shows every key that acts on this screen, and lets the person turn single letters off (they come back with the same box). */
export const KeySheet = ({ onSingle = (on) => setKeySettings({ single: on }), more }: { onSingle?: (on: boolean) => void; /** Where else help is. */ more?: ReactNode }) => {
  const [listed, setListed] = useState<Listed[]>();
  const { single } = useKeySettings();
  const open = () => setListed(activeKeys());
  useKeys({ '?': { says: t('Keys of this screen'), does: open }, 'mod+/': open });

  const scopes = [...new Set(listed?.map(({ scope }) => scope))];
  return (
    <Dialog open={listed !== undefined} onClose={() => setListed(undefined)} title={t('Keys of this screen')} size="wide">
      <div className="key-sheet">
        {scopes.map((scope) => (
          <section key={scope} className="key-sheet-scope">
            <h3>{scope}</h3>
            <dl>
              {listed
                ?.filter((each) => each.scope === scope)
                .map(({ keys, says }) => (
                  <div key={keys} className="key-sheet-one" data-off={(isSingle(keys) && !single) || undefined}>
                    <dt>{says}</dt>
                    <dd>{isSingle(keys) && !single ? <small>{t('off')}</small> : <Kbd keys={keys} />}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <CheckRow label={t('Single letters act')} says={t('Off: only keys with Ctrl, Alt or Cmd act. In a text field letters are always letters.')} checked={single} onChange={onSingle} />
      {more}
    </Dialog>
  );
};
