import { Dialog } from '@base-ui/react/dialog';
import { Search, type LucideIcon } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useKeys } from '../platform/keys.ts';
import { t } from '../platform/words.ts';
import { announce } from './announce.ts';
import { fuzzy, rank } from './fuzzy.ts';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { KeyLayer } from './key-layer.tsx';
import './dialog.css';
import './menu.css';
import './palette.css';

export type Action = {
  id: string;
  label: string;
  does: () => void;
  icon?: LucideIcon;
  keys?: string;
  /** Other words people look for it by: "ticket", "macro". */
  also?: string[];
  refused?: string;
};

export type PaletteProps = { open: boolean; onOpen: (open: boolean) => void; actions: Action[]; onAsk?: (asked: string) => void };

/** Everything that can be done, by typing a few of its letters. Opens with `mod+k`. */
export const Palette = ({ open, onOpen, actions, onAsk }: PaletteProps) => {
  useKeys({ 'mod+k': { says: t('Search and commands'), does: () => onOpen(true) } });
  const chosen = useRef<Action>(undefined);
  useEffect(() => {
    if (open) chosen.current = undefined;
  }, [open]);
  const choose = (action: Action) => {
    chosen.current = action;
    onOpen(false);
  };
  return (
    <Dialog.Root open={open} onOpenChange={onOpen} onOpenChangeComplete={(isOpen) => !isOpen && chosen.current?.does()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-veil" />
        {/* Focus given back after an action would be taken from what the action opened. */}
        <Dialog.Popup finalFocus={() => chosen.current === undefined} className="dialog palette" aria-label={t('Search and commands')}>
          <KeyLayer>
            <Find actions={actions} onAsk={onAsk} onChoose={choose} />
          </KeyLayer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};

const Find = ({ actions, onAsk, onChoose }: Pick<PaletteProps, 'actions' | 'onAsk'> & { onChoose: (action: Action) => void }) => {
  const id = useId();
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  const found = rank(asked, actions, ({ label, also = [] }) => [label, ...also]);
  const chosen = found[Math.min(at, found.length - 1)];
  useEffect(() => {
    if (chosen) document.getElementById(id + chosen.id)?.scrollIntoView({ block: 'nearest' });
  }, [chosen, id]);

  const run = (action: Action) => (action.refused ? announce(action.refused) : onChoose(action));
  const press = (event: KeyboardEvent) => {
    const last = found.length - 1;
    const to = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setAt(to);
    }
    if (event.key === 'Enter' && chosen && !event.nativeEvent.isComposing) run(chosen);
  };
  const ask = (text: string) => {
    setAsked(text);
    setAt(0);
    onAsk?.(text);
  };

  return (
    <>
      <div className="palette-ask">
        <Icon of={Search} />
        <input className="palette-input" role="combobox" aria-expanded aria-controls={id} aria-activedescendant={chosen && id + chosen.id} aria-label={t('Search and commands')} placeholder={t('Type a command or a name')} value={asked} onChange={(event) => ask(event.target.value)} onKeyDown={press} />
      </div>
      <ul className="palette-found" id={id} role="listbox" aria-label={t('Found')}>
        {found.map((action) => (
          <li key={action.id} id={id + action.id} role="option" aria-selected={action === chosen} aria-disabled={action.refused ? true : undefined} className="menu-item palette-one" data-highlighted={action === chosen || undefined} onPointerMove={() => setAt(found.indexOf(action))} onClick={() => run(action)}>
            <span className="menu-icon">{action.icon && <Icon of={action.icon} />}</span>
            <span className="menu-words">
              <Letters text={action.label} asked={asked} />
              {action.refused && <small>{action.refused}</small>}
            </span>
            {action.keys && <Kbd keys={action.keys} />}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="palette-none">{t('Nothing is called that.')}</p>}
    </>
  );
};

const Letters = ({ text, asked }: { text: string; asked: string }) => {
  const at = new Set(fuzzy(asked, text)?.at);
  return <span>{[...text].map((letter, n) => (at.has(n) ? <b key={n}>{letter}</b> : letter))}</span>;
};
