import { isSame, offered, type ListItem } from '@firstline/domain/desk/list-item.ts';
import { LIST_NAMES, lists, type ListName } from '@firstline/domain/desk/lists.ts';
import { Plus, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { Answer } from '../platform/api.ts';
import { useCommand, useQueryOf } from '../platform/asking.ts';
import { isAdministrator, useHouse, useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Select } from '../ui/select.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Unread } from '../platform/unread.tsx';
import { AdminPage } from './admin-page.tsx';
import { EntryDialog } from './list-entry-dialog.tsx';
import { EntryRow } from './list-entry-row.tsx';
import { fieldsOf, moved, type ListShape } from './list-shapes.ts';
import { useChosen } from './use-chosen.ts';
import { useSaidWithUndo } from './use-said-with-undo.ts';
import { WhyNot } from '../platform/why-not.tsx';
import './lists-page.css';

/** Every list of the house: what can be chosen where people work. */
export const ListsPage = () => {
  const { data, error, isPending, refetch } = useQueryOf('desk.listShapes', {}, { enabled: isAdministrator(useMe()) });
  const [name, setName] = useState<ListName>('taskTypes');
  const shapes = (data?.shapes ?? {}) as Record<ListName, ListShape>;

  return (
    <AdminPage
      title={t('Lists')}
      says={t('What people choose from. A change is saved at once and holds for everybody. An entry in use is retired rather than removed, so that old tasks keep their words.')}
      action={
        data && (
          <div className="lists-which">
            <Select label={t('List')} value={name} onChange={setName} options={LIST_NAMES.map((value) => ({ value, label: t(shapes[value]?.title ?? value), says: offeredIn(value) }))} />
          </div>
        )
      }
    >
      {isPending && <Skeleton kind="row" rows={6} />}
      {error && !data && <Unread error={error} onRetry={() => void refetch()} />}
      {data && <OneList key={name} name={name} shape={shapes[name] ?? {}} />}
    </AdminPage>
  );
};

const RANKED: readonly ListName[] = ['taskTypes', 'criticality'];

/** Changed ranks hold for what waits already: how far the tasks are. */
const OnTheirWay = () => {
  const { data } = useQueryOf('tasks.reranking', {}, { staleTime: 0 });
  const under = data?.reranking?.finishedAt ? undefined : data?.reranking;
  return (
    <p className="list-says" role="status">
      {under && t('Open tasks take their new places: {{done}} of {{total}}.', { done: under.done, total: under.total })}
    </p>
  );
};

const offeredIn = (name: ListName): string | undefined => (lists[name].length === 0 ? t('empty as shipped') : undefined);

const OneList = ({ name, shape }: { name: ListName; shape: ListShape }) => {
  const shipped = lists[name] as ListItem[];
  const [asked, setAsked] = useState<{ id?: string }>();
  const [answer, setAnswer] = useState<Answer>();
  const set = useCommand('desk.setList');
  const say = useSaidWithUndo();
  // What is as shipped is kept as nothing, so that it follows what a later version ships.
  const { shown, choose } = useChosen<ListItem[]>(useHouse().lists[name] as ListItem[], async (items) => {
    const heard = await set.ask((isSame(items, shipped) ? { name } : { name, items }) as never);
    setAnswer(heard);
    return heard;
  });
  const fields = fieldsOf(shape);

  const save = async (items: ListItem[], sentence: string): Promise<Answer> => {
    const before = shown;
    const heard = { now: undefined as Answer | undefined };
    await choose(items, (said) => (heard.now = said));
    if (heard.now && 'done' in heard.now) say(sentence, () => void choose(before));
    return heard.now ?? { refused: [] };
  };
  const change = (id: string, part: Partial<ListItem>, sentence: string) => void save(shown.map((item) => (item.id === id ? { ...item, ...part } : item)), sentence);

  return (
    <Card title={t(shape.title ?? name)} aside={isSame(shown, shipped) ? t('as shipped') : t('changed here')}>
      {shape.description && <p className="list-says">{t(shape.description)}</p>}
      {RANKED.includes(name) && <OnTheirWay />}
      <ol className="sheet-list">
        {shown.map((item, at) => (
          <EntryRow
            key={item.id}
            item={item}
            fields={fields}
            first={at === 0}
            last={at === shown.length - 1}
            only={!item.retired && offered(shown).length === 1}
            onMove={(by) => void save(moved(shown, item.id, by), t('“{{name}}” is moved.', { name: item.label }))}
            onRetire={(retired) => change(item.id, { retired: retired || undefined }, retired ? t('“{{name}}” is retired.', { name: item.label }) : t('“{{name}}” is offered again.', { name: item.label }))}
            onChange={() => setAsked({ id: item.id })}
          />
        ))}
      </ol>
      <div className="list-foot">
        <Button kind="primary" icon={Plus} onClick={() => setAsked({})}>
          {t('Add an entry')}
        </Button>
        {!isSame(shown, shipped) && (
          <Button kind="quiet" icon={RotateCcw} busy={set.busy} onClick={() => void save(shipped, t('The list is as shipped again.'))}>
            {t('Back to the shipped list')}
          </Button>
        )}
        {!asked && answer && !('done' in answer) && <WhyNot breaches={'refused' in answer ? answer.refused : []} problem={'problem' in answer ? answer.problem : undefined} />}
      </div>
      {asked && <EntryDialog fields={fields} items={shown} item={shown.find(({ id }) => id === asked.id)} onClose={() => (setAsked(undefined), setAnswer(undefined))} onSave={(items, label) => save(items, t('“{{name}}” is saved.', { name: label }))} />}
    </Card>
  );
};
