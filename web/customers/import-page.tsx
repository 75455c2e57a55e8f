import type { ImportPreview } from '@firstline/contract/customers.ts';
import type { CustomerImport } from '@firstline/domain/customers/customer-import.ts';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { talk, type Problem } from '../platform/api.ts';
import { useCommand, useQueryOf } from '../platform/asking.ts';
import { readsJournal, useMe } from '../platform/me.ts';
import { clockTime } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/empty.tsx';
import { serverNow } from '../ui/now.ts';
import { Sheet } from '../ui/sheet.tsx';
import { WhyNot } from '../platform/why-not.tsx';
import { ImportPreviewCard } from './import-preview.tsx';
import './import-page.css';

type Read = { fileName: string; preview: ImportPreview };

/** Customers from a spreadsheet: read first, shown, and brought in only when somebody says so. */
export const ImportPage = () => {
  const may = readsJournal(useMe());
  const [read, setRead] = useState<Read>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const start = useCommand('customers.startImport');
  const chooser = useRef<HTMLInputElement>(null);

  const take = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setProblem(undefined);
    const heard = await talk('/api/customers.readFile', { method: 'POST', headers: { 'content-type': 'text/csv' }, body: file });
    setBusy(false);
    if ('problem' in heard) setProblem(heard.problem.code === 'too-large' ? { ...heard.problem, title: t('A file may have 10 MB. Split it.') } : heard.problem);
    else setRead({ fileName: file.name.slice(0, 200), preview: heard.body as ImportPreview });
  };
  const bringIn = async () => {
    if (!read) return;
    const answer = await start.ask({ importId: read.preview.importId, fileName: read.fileName });
    if ('done' in answer) setRead(undefined);
  };

  if (!may) return <Empty icon={FileUp} title={t('Managers and administrators bring in customers.')} />;
  return (
    <Sheet
      title={t('Import customers')}
      says={t('A CSV file with a line of titles: Name, Email, Phone, Address, Account number, Preferred contact. Nothing is brought in before you have seen what would be.')}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a file can be dropped here; the button does the same */}
      <div
        className="import-drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void take(event.dataTransfer.files[0]);
        }}
      >
        <input ref={chooser} type="file" accept=".csv,.tsv,.txt,text/csv" className="heard" tabIndex={-1} aria-label={t('CSV file')} onChange={({ currentTarget }) => void take(currentTarget.files?.[0]).then(() => (currentTarget.value = ''))} />
        <Button kind={read ? undefined : 'primary'} icon={FileUp} busy={busy} onClick={() => chooser.current?.click()}>
          {read ? t('Read another file') : t('Choose a file')}
        </Button>
        <span>{t('or drop it here')}</span>
        <WhyNot breaches={start.refused} problem={problem ?? start.problem} />
      </div>
      {read && <ImportPreviewCard {...read} busy={start.busy} onStart={() => void bringIn()} onDrop={() => setRead(undefined)} />}
      <Imports />
    </Sheet>
  );
};

const Imports = () => {
  const { data } = useQueryOf('customers.imports', {});
  const imports = data?.imports ?? [];
  if (imports.length === 0) return null;
  return (
    <Card title={t('Imports')}>
      <ul className="sheet-list">
        {imports.map((one) => (
          <li key={one.id} className="import-one">
            <b>{one.fileName}</b>
            <progress aria-label={t('Progress of {{name}}', { name: one.fileName })} max={one.lines} value={one.done} />
            <span role="status">{says(one)}</span>
            <small>{clockTime(one.startedAt, serverNow())}</small>
          </li>
        ))}
      </ul>
    </Card>
  );
};

const says = ({ lines, done, known, finishedAt }: CustomerImport): string =>
  finishedAt
    ? t('{{added}} added, {{known}} were known already', { added: done - known, known })
    : t('{{done}} of {{lines}} lines', { done, lines });
