import { RefreshCw } from 'lucide-react';
import { useEffect, useState, type FunctionComponent } from 'react';
import { Unread } from '../platform/unread.tsx';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { isRenewed } from './renewed.ts';

type LatePage = { Page: FunctionComponent; /** Fetches it before it is wanted; what does not come now comes then. */ fetch: () => void };

/** A page whose program comes apart from the desk's. Where it does not come the rest stays as it is, and it can be asked for again. */
export const latePage = (load: () => Promise<FunctionComponent>): LatePage => {
  let Here: FunctionComponent | undefined;
  const bring = async (): Promise<void> => void (Here ??= await load());

  const Page = () => {
    const [tries, setTries] = useState(0);
    const [heard, setHeard] = useState<{ tries: number; error?: unknown; renewed?: boolean }>();
    useEffect(() => {
      if (!Here) bring().then(() => setHeard({ tries }), async (error: unknown) => setHeard({ tries, error, renewed: await isRenewed() }));
    }, [tries]);
    if (Here) return <Here />;
    const instead = () => {
      if (heard?.tries !== tries) return <Skeleton kind="row" rows={5} />;
      return heard.renewed ? <Renewed /> : <Unread error={heard.error} onRetry={() => setTries(tries + 1)} />;
    };
    return (
      <>
        <h1 className="heard">{t('Firstline')}</h1>
        {instead()}
      </>
    );
  };
  return { Page, fetch: () => void bring().catch(() => undefined) };
};

/** Nothing is loaded by itself: only the person knows what else stands on the screen. */
const Renewed = () => (
  <Empty icon={RefreshCw} title={t('The desk was renewed, and this page comes with the new one.')} action={<Button onClick={() => location.reload()}>{t('Load it now')}</Button>}>
    {t('Your drafts stay as they are.')}
  </Empty>
);
