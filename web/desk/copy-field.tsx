import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { t } from '../platform/words.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import './copy-field.css';

/** Something to be taken elsewhere: it can be read, selected, and copied at once. */
export const CopyField = ({ label, value, hint, copy: says = t('Copy the link'), aside }: { label: string; value: string; hint?: string; copy?: string; /** Something else is the way on. */ aside?: boolean }) => {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean>();

  const copy = async () => {
    const done = await copyOf(value, field.current);
    setCopied(done);
    announce(done ? t('Copied') : t('It is selected: copy it with the keyboard.'));
  };

  return (
    <div className="copy-field">
      <TextField ref={field} label={label} readOnly value={value} onChange={() => {}} hint={hint} error={copied === false ? t('It is selected: copy it with the keyboard.') : undefined} onFocus={(event) => event.target.select()} />
      <Button kind={aside ? 'plain' : 'primary'} icon={copied ? Check : Copy} onClick={() => void copy()}>
        {copied ? t('Copied') : says}
      </Button>
    </div>
  );
};

/** Without TLS a browser keeps its clipboard from a page; the older way still works there. */
const copyOf = async (text: string, field: HTMLInputElement | null): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field?.focus();
    field?.select();
    return document.execCommand('copy');
  }
};
