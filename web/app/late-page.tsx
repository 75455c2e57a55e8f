import { useEffect, useState, type FunctionComponent } from 'react';
import { Unread } from '../platform/unread.tsx';
import { t } from '../platform/words.ts';
import { Skeleton } from '../ui/skeleton.tsx';

type LatePage = { Page: FunctionComponent; /** Fetches it before it is wanted; what does not come now comes then. */ fetch: () => void };

/** A page whose program comes apart from the desk's. Where it does not come the rest stays as it is, and it can be asked for again. */
export const latePage = (load: () => Promise<FunctionComponent>): LatePage => {
  let Here: FunctionComponent | undefined;
  const bring = async (): Promise<void> => void (Here ??= await load());

  const Page = () => {
    const [tries, setTries] = useState(0);
    const [heard, setHeard] = useState<{ tries: number; error?: unknown }>();
    useEffect(() => {
      if (!Here) bring().then(() => setHeard({ tries }), (error: unknown) => setHeard({ tries, error }));
    }, [tries]);
    if (Here) return <Here />;
    if (heard?.tries !== tries) return <Skeleton kind="row" rows={5} />;
    return (
      <>
        <h1 className="heard">{t('Firstline')}</h1>
        <Unread error={heard.error} onRetry={() => setTries(tries + 1)} />
      </>
    );
  };
  return { Page, fetch: () => void bring().catch(() => undefined) };
};
