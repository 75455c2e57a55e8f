import { ROLES, type Role } from '@firstline/domain/desk/role.ts';
import { useState } from 'react';
import type { Problem } from '../platform/api.ts';
import { useMe } from '../platform/me.ts';
import { makeToken } from '../platform/session.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormDialog } from '../platform/form-dialog.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { CheckGroup } from './check-group.tsx';
import { CopyField } from './copy-field.tsx';
import { ROLE_WORDS } from './role-words.ts';

/** Makes a token and shows it this once. */
export const MakeTokenDialog = ({ onClose }: { onClose: () => void }) => {
  const { queues } = useMe();
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<Role[]>([]);
  const [queueIds, setQueueIds] = useState<string[]>([]);
  const [only, setOnly] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [made, setMade] = useState<string>();
  const wrong = (field: string) => problem?.issues?.find(({ path }) => path.split('.')[0] === field)?.says;

  const save = async () => {
    setBusy(true);
    const heard = await makeToken({ name, roles, queueIds, only: only.split(/[\s,]+/).filter(Boolean) });
    setBusy(false);
    if ('problem' in heard) setProblem(heard.problem);
    else setMade(heard.body.token);
  };

  if (made)
    return (
      <Dialog open onClose={onClose} title={t('Take this token with you')} foot={<Button onClick={onClose}>{t('Done')}</Button>}>
        <CopyField copy={t('Copy the token')} label={t('Token for {{name}}', { name })} value={made} hint={t('It is shown this once. A program sends it as: Authorization: Bearer, and the token.')} />
      </Dialog>
    );
  return (
    <FormDialog
      size="wide"
      title={t('Make a token')}
      does={t('Make a token')}
      asked={{ busy, problem, refused: [] }}
      refused={roles.length === 0 ? t('Choose at least one role.') : undefined}
      fields={problem?.issues?.map(({ path }) => path)}
      onDo={() => void save()}
      onClose={onClose}
    >
      <TextField label={t('What it is for')} hint={t('The audit log shows this name.')} value={name} error={wrong('name') && t('Write what it is for.')} onChange={(text) => (setName(text), setProblem(undefined))} />
      <CheckGroup label={t('Roles')} options={ROLES.map((value) => ({ value, label: t(ROLE_WORDS[value].label), says: t(ROLE_WORDS[value].says) }))} chosen={roles} onChange={setRoles} />
      <CheckGroup label={t('Queues')} options={queues.map(({ id, name: label }) => ({ value: id, label }))} chosen={queueIds} onChange={setQueueIds} />
      <TextArea label={t('Only these doors')} optional={t('optional')} hint={t('Such as tasks.waiting, one on each line. Without any, every door of its roles.')} value={only} error={wrong('only') && t('Write names of doors, such as tasks.waiting.')} onChange={(text) => (setOnly(text), setProblem(undefined))} />
    </FormDialog>
  );
};
