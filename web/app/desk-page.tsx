import { houseRules } from '@firstline/domain/desk/house.ts';
import type { Me } from '@firstline/contract/desk.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { CloudOff } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { onSignedOut, problemOf, read, type Problem } from '../platform/api.ts';
import { useQueryOf } from '../platform/asking.ts';
import { MeContext } from '../platform/me.ts';
import { setSupport } from '../platform/support.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { helpPage } from './late-pages.ts';
import { Shell } from './shell.tsx';
import { startDesk } from './start-desk.ts';
import { useOpenTask } from './use-open-task.ts';
import { onceHandsRest } from './writing.ts';

/** Everything behind the sign-in. Who is not known is led there, and back to the asked address afterwards. */
export const DeskPage = () => {
  const navigate = useNavigate();
  const asked = useRouterState({ select: ({ location }) => location.href });
  const [me, setMe] = useState<Me>();
  const [problem, setProblem] = useState<Problem>();

  const look = () => void read('desk.me', {}).then(setMe, (error: unknown) => setProblem(problemOf(error)));
  useEffect(look, []);
  const toSignIn = useCallback(
    (ended: boolean) => void navigate({ to: '/sign-in', search: { back: asked === '/' ? undefined : asked, ended: ended || undefined }, replace: true }),
    [navigate, asked],
  );
  const [isOver, setIsOver] = useState(false);
  useEffect(() => onSignedOut(() => setIsOver(true)), []);
  // The draft keeps each letter of a word that is being typed; the page that comes would keep none.
  useEffect(() => {
    if (isOver) return onceHandsRest(() => (setIsOver(false), toSignIn(me !== undefined)));
  }, [isOver, toSignIn, me]);

  if (me) return <SignedIn key={keysOf(me)} me={me} onOther={setMe} />;
  if (!problem || problem.code === 'not-signed-in') return <p className="heard">{t('Loading')}</p>;
  return (
    <main className="gate">
      <Empty icon={CloudOff} title={problem.title} action={<Button onClick={look}>{t('Try again')}</Button>} />
    </main>
  );
};

/** What a screen is built for: other rights or queues are another desk. */
const keysOf = ({ person: { id, roles, queueIds, skills = [] } }: Me): string => JSON.stringify([id, [...roles].sort(), [...queueIds].sort(), [...skills].sort()]);

const SignedIn = ({ me, onOther }: { me: Me; onOther: (me: Me) => void }) => {
  const openTask = useOpenTask();
  const [desk] = useState(() => startDesk(me, openTask));
  useEffect(() => desk.open(), [desk]);
  useEffect(() => helpPage.fetch(), []);
  return (
    <QueryClientProvider client={desk.client}>
      <Known first={me} onOther={onOther}>
        <Shell line={desk.line} />
      </Known>
    </QueryClientProvider>
  );
};

const Known = ({ first, onOther, children }: { first: Me; onOther: (me: Me) => void; children: React.ReactNode }) => {
  const { data: me = first } = useQueryOf('desk.me', {});
  const isOther = keysOf(me) !== keysOf(first);
  useEffect(() => {
    if (isOther) return onceHandsRest(() => onOther(me));
  }, [isOther, me, onOther]);
  useEffect(() => setSupport(houseRules(me.house ?? undefined).lists.supportContacts), [me.house]);
  return <MeContext value={me}>{children}</MeContext>;
};
