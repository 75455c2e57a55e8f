import { Tabs } from '@base-ui/react/tabs';
import type { Breach } from '@firstline/domain/rule.ts';
import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef, useState, type ClipboardEvent, type DragEvent, type ReactNode, type Ref } from 'react';
import { useKeys } from '../platform/keys.ts';
import { useRoom } from '../platform/panes.ts';
import { t } from '../platform/words.ts';
import { announce } from './announce.ts';
import { Button } from './button.tsx';
import { Reasons, type ReasonsProps } from './reasons.tsx';
import { saidOfBreach } from './said-of-breach.ts';
import { TabList } from './tabs.tsx';
import { TextArea, type Marked } from './text-area.tsx';
import './composer.css';

export type Channel = { id: string; label: string; icon?: LucideIcon; /** Written on note paper; the customer never sees it. */ note?: boolean };

export type ComposerProps = {
  channels: Channel[];
  channel: string;
  onChannel: (id: string) => void;
  /** At the end of the tabs: the call button. */
  call?: ReactNode;
  /** To whom, about what: the line above the text. */
  to?: ReactNode;
  text: string;
  onText: (text: string) => void;
  /** Takes files that are dropped or pasted; without it none are taken. */
  onFiles?: (files: File[]) => void;
  /** What a rule points at in the text. */
  marks?: Marked[];
  placeholder?: string;
  textRef?: Ref<HTMLTextAreaElement>;
  /** Further fields, under the text. */
  fields?: ReactNode;
  /** Why it may not be sent yet, where no rule has to speak up: nothing is written, say. */
  refused?: string;
  breaches: readonly Breach[];
  anyway?: ReasonsProps['anyway'];
  onAnyway?: ReasonsProps['onAnyway'];
  more?: ReasonsProps['more'];
  /** What hindered the last try to send it, where no rule did. */
  problem?: string;
  /** Attach, templates. */
  tools?: ReactNode;
  /** What the desk found, how it signs. */
  hints?: ReactNode;
  saved?: ReactNode;
  sendLabel: string;
  onSend: () => void;
  /** Where Escape leads from the text, so that single letters act again. */
  onLeave?: () => void;
  busy?: boolean;
};

export const Composer = ({ channels, channel, onChannel, call, to, text, onText, marks, placeholder, textRef, fields, onFiles, refused: unready, breaches, anyway, onAnyway, more, problem, tools, hints, saved, sendLabel, onSend, onLeave, busy }: ComposerProps) => {
  const chosen = channels.find(({ id }) => id === channel);
  const refused = saidOfBreach(breaches[0]) ?? unready;
  const send = () => (refused ? announce(refused) : !busy && onSend());
  const [isIn, setIsIn] = useState(false);
  useKeys({ 'mod+enter': { says: sendLabel, does: send } }, { scope: t('Task') });
  useKeys({ escape: { says: t('Leave the text'), does: () => onLeave?.() } }, { scope: t('Task'), when: isIn && onLeave !== undefined });

  const dropping = useDropping(onFiles);
  const own = useToldHeight();

  return (
    <Tabs.Root ref={own} className="composer" onFocus={() => setIsIn(true)} onBlur={({ currentTarget, relatedTarget }) => setIsIn(currentTarget.contains(relatedTarget))} {...dropping} data-note={chosen?.note || undefined} value={channel} onValueChange={onChannel}>
      <div className="composer-tabs">
        <TabList name={t('Write as')} tabs={channels} after={call} />
      </div>
      <Tabs.Panel className="composer-panel" value={channel} tabIndex={-1}>
        {to && <div className="composer-to">{to}</div>}
        <TextArea bare label={chosen?.label ?? t('Text')} hideLabel value={text} onChange={onText} marks={marks} placeholder={placeholder} ref={textRef} className="composer-text" />
        {fields && <div className="composer-fields">{fields}</div>}
      </Tabs.Panel>
      <div className="composer-reasons">
        <Reasons {...{ breaches, anyway, onAnyway, more }} />
        <p className="composer-problem" role="alert">
          {problem}
        </p>
      </div>
      <footer className="composer-foot">
        {tools}
        <span className="composer-hints">{hints}</span>
        {saved && <span className="composer-saved">{saved}</span>}
        <Button kind="primary" keys="mod+enter" refused={refused} busy={busy} onClick={onSend}>
          {sendLabel}
        </Button>
      </footer>
    </Tabs.Root>
  );
};

/** What is said in passing stands above the composer on a phone, and so must know its height. */
const useToldHeight = () => {
  const own = useRef<HTMLDivElement>(null);
  const isOnPhone = useRoom() === 'phone';
  useEffect(() => {
    // What the whole page can see is dear to change: it is said only where it is asked for.
    if (!own.current || !isOnPhone) return;
    const watch = new ResizeObserver(([seen]) => document.body.style.setProperty('--composer', `${seen?.borderBoxSize[0]?.blockSize ?? 0}px`));
    watch.observe(own.current);
    return () => {
      watch.disconnect();
      document.body.style.removeProperty('--composer');
    };
  }, [isOnPhone]);
  return own;
};

/** Files may be dropped anywhere on the composer, and a screenshot pasted into its text. */
const useDropping = (onFiles?: (files: File[]) => void) => {
  const [isOver, setIsOver] = useState(false);
  if (!onFiles) return {};
  const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');
  return {
    'data-dropping': isOver || undefined,
    onDragOver: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false);
    },
    onDrop: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      onFiles([...event.dataTransfer.files]);
    },
    onPaste: (event: ClipboardEvent) => {
      const files = [...event.clipboardData.files];
      // A table copied from a spreadsheet comes as words and as a picture: the words are meant.
      if (files.length === 0 || event.clipboardData.getData('text/plain') !== '') return;
      event.preventDefault();
      onFiles(files);
    },
  };
};
