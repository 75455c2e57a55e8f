import type { Told } from '@firstline/contract/desk.ts';
import { ScrollText, X } from 'lucide-react';
import { useState } from 'react';
import { useQueryOf } from '../platform/asking.ts';
import { readsJournal, useMe } from '../platform/me.ts';
import { clockTime } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/empty.tsx';
import { serverNow } from '../ui/now.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Unread } from '../platform/unread.tsx';
import { AdminPage } from './admin-page.tsx';
import { kindWords } from './journal-kinds.ts';
import { momentOf, saidIn } from './journal-words.ts';
import './journal-page.css';
import './lists-page.css';

type Wish = { subjectId?: string; personId?: string; from: string; to: string };
const EVERYTHING: Wish = { from: '', to: '' };
const SETTINGS = 'house';

/** The audit log: what happened, who did it and when. Nothing in it can be changed. */
export const JournalPage = () => {
  const me = useMe();
  const may = readsJournal(me);
  const [wish, setWish] = useState(EVERYTHING);
  const [pages, setPages] = useState<number[]>([]);
  const { subjectId, personId, from, to } = wish;
  const { data, error, isPending, refetch } = useQueryOf('desk.journal', { subjectId, personId, from: momentOf(from), to: momentOf(to, 1), before: pages.at(-1) }, { enabled: may, staleTime: 0 });
  const want = (part: Partial<Wish>) => (setWish({ ...wish, ...part }), setPages([]));
  const known = (id: string) => data?.names[id] ?? me.queues.find((queue) => queue.id === id)?.name;
  const nameOf = (id: string) => known(id) ?? id;
  const isNarrow = subjectId || personId || from || to;

  return (
    <AdminPage may={may} title={t('Audit log')} says={t('What happened, who did it and when, newest first. It is only ever added to, and each entry is chained to the one before.')}>
      <div className="journal-wishes">
        <TextField label={t('From')} type="date" value={from} onChange={(day) => want({ from: day })} />
        <TextField label={t('To')} type="date" value={to} onChange={(day) => want({ to: day })} />
        <Button aria-pressed={subjectId === SETTINGS} onClick={() => want({ subjectId: subjectId === SETTINGS ? undefined : SETTINGS })}>{t('Only settings')}</Button>
        {personId && <Button icon={X} onClick={() => want({ personId: undefined })}>{t('by {{name}}', { name: nameOf(personId) })}</Button>}
        {subjectId && subjectId !== SETTINGS && <Button icon={X} onClick={() => want({ subjectId: undefined })}>{t('about {{subject}}', { subject: subjectId.slice(-8) })}</Button>}
      </div>
      {isPending && may && <Skeleton kind="row" rows={8} />}
      {error && !data && <Unread error={error} onRetry={() => void refetch()} />}
      {data && (
        <Card title={t('Entries')} aside={data.entries[0] && t('from number {{seq}}', { seq: data.entries[0].seq })}>
          {data.entries.length === 0 && (
            <Empty icon={ScrollText} title={t('Nothing is written of this.')} action={isNarrow ? <Button onClick={() => want(EVERYTHING)}>{t('Show everything')}</Button> : undefined} />
          )}
          <ol className="sheet-list">
            {data.entries.map((entry) => (
              <Entry key={entry.seq} entry={entry} known={known} nameOf={nameOf} onWish={want} />
            ))}
          </ol>
          <div className="list-foot">
            {pages.length > 0 && <Button onClick={() => setPages(pages.slice(0, -1))}>{t('Newer')}</Button>}
            {data.next && <Button onClick={() => setPages([...pages, data.next ?? 0])}>{t('Older')}</Button>}
          </div>
        </Card>
      )}
    </AdminPage>
  );
};

const Entry = ({ entry, known, nameOf, onWish }: { entry: Told; known: (id: string) => string | undefined; nameOf: (id: string) => string; onWish: (part: Partial<Wish>) => void }) => (
  <li className="journal-line">
    <p className="journal-when num">
      <time dateTime={entry.at}>{clockTime(entry.at, serverNow())}</time> <small>{entry.seq}</small>
    </p>
    <div className="journal-words">
      <p>
        <strong>{kindWords(entry.type)}</strong> <code>{entry.type}</code>
      </p>
      <p className="journal-said">{saidIn(entry.event, { subjectId: entry.subjectId, nameOf: known, now: serverNow(), list: entry.list })}</p>
    </div>
    <div className="journal-who">
      <Button kind="quiet" data-tip={t('Only what they did')} onClick={() => onWish({ personId: entry.by })}>{nameOf(entry.by)}</Button>
      <Button kind="quiet" data-tip={t('Only what happened to this one')} onClick={() => onWish({ subjectId: entry.subjectId })}>
        {entry.subject === 'person' ? nameOf(entry.subjectId) : t('this {{subject}}', { subject: entry.subject })}
      </Button>
    </div>
  </li>
);
