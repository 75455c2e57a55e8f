import type { SavedView } from '@firstline/domain/tasks/own-desk.ts';
import { BookmarkPlus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useKeys } from '../platform/keys.ts';
import { t } from '../platform/words.ts';
import { FormDialog } from '../platform/form-dialog.tsx';
import type { MenuProps } from '../ui/menu.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import type { QueueView } from './queue-view.ts';
import { useOwnDesk } from './use-own-desk.ts';

const NUMBERED = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

type SavedViews = { groups: MenuProps['groups']; current?: SavedView; dialog: ReactNode };

/** A person's own views of the queue: to choose by name or by `v` and a number, to save, to remove. */
export const useSavedViews = (view: QueueView, onView: (view: QueueView) => void): SavedViews => {
  const { own, setViews } = useOwnDesk();
  const [isNaming, setIsNaming] = useState(false);
  const current = own.views.find((saved) => isSame(saved, view));
  const show = ({ queueId, taskType, order }: SavedView) => onView({ queueId, taskType, order });
  const keyed = NUMBERED.flatMap((digit, n) => {
    const saved = own.views[n];
    return saved ? [[`v ${digit}`, { says: t('Show “{{name}}”', { name: saved.name }), does: () => show(saved) }] as const] : [];
  });
  useKeys(Object.fromEntries(keyed), { scope: t('Lists') });

  const remove = async (saved: SavedView) => {
    const before = own.views;
    if (await setViews(before.filter(({ id }) => id !== saved.id))) toast(t('“{{name}}” is removed.', { name: saved.name }), { undo: () => void setViews(before) });
  };
  const save = async (name: string) => {
    if (!(await setViews([...own.views, { id: crypto.randomUUID(), name, ...view }]))) return;
    setIsNaming(false);
    toast(t('“{{name}}” is saved.', { name }));
  };

  return {
    current,
    groups: [
      {
        label: t('My views'),
        items: [
          ...own.views.map((saved, n) => ({ label: saved.name, keys: NUMBERED[n] && `v ${NUMBERED[n]}`, checked: saved.id === current?.id, does: () => show(saved) })),
          current
            ? { label: t('Remove “{{name}}”', { name: current.name }), icon: Trash2, danger: true, does: () => void remove(current) }
            : { label: t('Save this view'), icon: BookmarkPlus, does: () => setIsNaming(true) },
        ],
      },
    ],
    dialog: isNaming && <NameDialog onSave={(name) => void save(name)} onClose={() => setIsNaming(false)} />,
  };
};

const isSame = (saved: QueueView, view: QueueView): boolean => saved.queueId === view.queueId && saved.taskType === view.taskType && saved.order === view.order;

const NameDialog = ({ onSave, onClose }: { onSave: (name: string) => void; onClose: () => void }) => {
  const [name, setName] = useState('');
  return (
    <FormDialog
      title={t('Save this view')}
      says={t('Queue, kind and order, under a name of yours. It is there on every machine.')}
      does={t('Save')}
      refused={name.trim() ? undefined : t('Write a name.')}
      onDo={() => onSave(name.trim().slice(0, 60))}
      onClose={onClose}
    >
      <TextField label={t('Name')} value={name} onChange={setName} />
    </FormDialog>
  );
};
