import { KeySquare, Plus } from 'lucide-react';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../platform/asking.ts';
import type { AnswerOf } from '../platform/doors.ts';
import { isAdministrator, useMe } from '../platform/me.ts';
import { clockTime } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/empty.tsx';
import { serverNow } from '../ui/now.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { Tag } from '../ui/tag.tsx';
import { Unread } from '../platform/unread.tsx';
import { AdminPage } from './admin-page.tsx';
import { MakeTokenDialog } from './make-token-dialog.tsx';
import { ROLE_WORDS } from './role-words.ts';
import { SureDialog } from './sure-dialog.tsx';
import './tokens-page.css';
import './lists-page.css';

type Made = AnswerOf<'desk.tokens'>['tokens'][number];

/** The programs that may come in: as what, when they last did, and the way to shut them out. */
export const TokensPage = () => {
  const { data, error, isPending, refetch } = useQueryOf('desk.tokens', {}, { enabled: isAdministrator(useMe()), staleTime: 0 });
  const [asked, setAsked] = useState<'make' | Made>();
  const again = () => void refetch();
  const make = (
    <Button kind="primary" icon={Plus} onClick={() => setAsked('make')}>
      {t('Make a token')}
    </Button>
  );

  return (
    <AdminPage title={t('API tokens')} says={t('Programs ask the desk like people do, under a name and with roles of their own. The audit log tells what they did.')} action={data && data.tokens.length > 0 && make}>
      {isPending && <Skeleton kind="row" rows={3} />}
      {error && !data && <Unread error={error} onRetry={again} />}
      {data?.tokens.length === 0 && (
        <Empty icon={KeySquare} title={t('No program comes in yet.')} action={make}>
          {t('A token lets one in, as far as you say.')}
        </Empty>
      )}
      {data && data.tokens.length > 0 && (
        <Card title={t('Tokens')} aside={data.tokens.length}>
          <ul className="sheet-list">
            {data.tokens.map((token) => (
              <TokenRow key={token.id} token={token} madeBy={data.names[token.madeBy] ?? token.madeBy} onRevoke={() => setAsked(token)} />
            ))}
          </ul>
        </Card>
      )}
      {asked === 'make' && <MakeTokenDialog onClose={() => (setAsked(undefined), again())} />}
      {asked && asked !== 'make' && <RevokeDialog token={asked} onClose={() => (setAsked(undefined), again())} />}
    </AdminPage>
  );
};

const TokenRow = ({ token, madeBy, onRevoke }: { token: Made; madeBy: string; onRevoke: () => void }) => (
  <li className="token-line" data-revoked={token.status === 'revoked' || undefined}>
    <div>
      <p className="list-label">{token.name}</p>
      <p className="list-more">
        {token.roles.map((role) => t(ROLE_WORDS[role].label)).join(', ')} · {token.only.length > 0 ? token.only.join(', ') : t('every door of these roles')}
      </p>
    </div>
    <p className="list-more">
      {token.lastUsedAt ? t('last used {{when}}', { when: clockTime(token.lastUsedAt, serverNow()) }) : t('never used')}
      <br />
      {t('made by {{name}}, {{when}}', { name: madeBy, when: clockTime(token.madeAt, serverNow()) })}
    </p>
    {token.status === 'revoked' ? <Tag>{t('Revoked')}</Tag> : <Button kind="danger" aria-label={t('Revoke “{{name}}”', { name: token.name })} onClick={onRevoke}>{t('Revoke')}</Button>}
  </li>
);

const RevokeDialog = ({ token, onClose }: { token: Made; onClose: () => void }) => {
  const revoke = useCommand('desk.revokeToken');
  return (
    <SureDialog
      title={t('Revoke “{{name}}”?', { name: token.name })}
      does={t('Revoke')}
      onDo={() => revoke.ask({ tokenId: token.id })}
      done={t('“{{name}}” opens nothing any more.', { name: token.name })}
      asked={revoke}
      onClose={onClose}
    >
      {t('The program is shut out at once, on every machine. This cannot be taken back; a new token can be made.')}
    </SureDialog>
  );
};
