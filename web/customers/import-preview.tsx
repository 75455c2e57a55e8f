import type { ImportPreview } from '@firstline/contract/customers.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';

type ImportPreviewProps = { fileName: string; preview: ImportPreview; busy: boolean; onStart: () => void; onDrop: () => void };

/** What a file would bring in, and what is wrong with it, line by line. */
export const ImportPreviewCard = ({ fileName, preview, busy, onStart, onDrop }: ImportPreviewProps) => {
  const { columns, good, known, problems, problemLines, sample } = preview;
  const unread = columns.filter(({ field }) => !field).map(({ title }) => title);
  return (
    <>
      <Card title={fileName}>
        <div className="import-says">
          <p>
            <Tag tone="ok">{t('{{count}} new', { count: good - known })}</Tag> <Tag>{t('{{count}} known already, left as they are', { count: known })}</Tag>{' '}
            {problemLines > 0 && <Tag tone="stop">{t('{{count}} lines with a problem, left out', { count: problemLines })}</Tag>}
          </p>
          {unread.length > 0 && <p className="section-from">{t('Columns that are not read: {{names}}', { names: unread.join(', ') })}</p>}
          <div className="import-acts">
            <Button kind="primary" busy={busy} refused={good > known ? undefined : t('No line of this file is new.')} onClick={onStart}>
              {t('Bring in {{count}}', { count: good - known })}
            </Button>
            <Button onClick={onDrop}>{t('Leave it')}</Button>
          </div>
        </div>
        {sample.length > 0 && (
          <Table
            apart
            name={t('The first lines')}
            items={sample}
            keyOf={({ id }) => id}
            columns={[
              { name: t('Name'), cell: ({ name }) => name ?? '' },
              { name: t('Email'), cell: ({ emails }) => emails.join(', ') },
              { name: t('Phone'), cell: ({ phones }) => phones.join(', ') },
              { name: t('Account'), cell: ({ accounts }) => accounts.join(', ') },
              { name: t('Address'), wide: true, cell: ({ address }) => address ?? '' },
            ]}
          />
        )}
      </Card>
      {problems.length > 0 && (
        <Card title={t('Problems')} aside={problemLines > problems.length ? t('the first {{count}}', { count: problems.length }) : problemLines}>
          <Table
            name={t('Problems')}
            items={problems}
            keyOf={({ line }) => String(line)}
            columns={[
              { name: t('Line'), cell: ({ line }) => line },
              { name: t('What is wrong'), wide: true, cell: ({ says }) => says },
            ]}
          />
        </Card>
      )}
    </>
  );
};
