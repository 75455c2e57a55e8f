import { useCommand, useQueryOf } from '../../platform/asking.ts';
import { isAdministrator, useMe, worksOnTasks } from '../../platform/me.ts';
import { wasDone } from '../../platform/was-done.ts';
import { t } from '../../platform/words.ts';

type FirstStep = { does: string; says: string; to: '/queues' | '/people' | '/mail' | '/rules'; done: boolean };
type FirstSteps = { steps: FirstStep[]; putAway: () => void };

/** What a new desk lacks before it can work, each told by how the desk is. Nothing once all is there, or for whoever put it away. */
export const useFirstSteps = (): FirstSteps | undefined => {
  const me = useMe();
  const own = useQueryOf('tasks.own', {}).data;
  const enabled = isAdministrator(me) && own?.firstStepsAway === false;
  const people = useQueryOf('desk.people', {}, { enabled }).data?.people;
  const mail = useQueryOf('conversations.mailSetup', {}, { enabled }).data;
  const contacts = useQueryOf('tasks.contacts', {}, { enabled: enabled && worksOnTasks(me) }).data?.contacts;
  const away = useCommand('tasks.putAwayFirstSteps');
  if (!enabled || !people || !mail || (worksOnTasks(me) && !contacts)) return undefined;

  const steps: FirstStep[] = [
    { does: t('Say what kind of business it is'), says: t('A profile brings rules, numbers, lists and queues that fit.'), to: '/rules', done: me.house !== null },
    { does: t('Give a queue its address'), says: t('Mail to this address becomes a task there.'), to: '/queues', done: me.queues.some(({ address }) => address) },
    { does: t('Add the people who work here'), says: t('Each gets a link to choose a password.'), to: '/people', done: people.some(({ id, status }) => id !== me.person.id && status === 'active') },
    { does: t('Let mail leave'), says: t('The account that sends is a setting of the machine; a test mail shows whether it does.'), to: '/mail', done: mail.sendsBy !== undefined },
    ...(contacts ? [{ does: t('Let the first mail come in'), says: t('It stands in the queue a moment after it was sent.'), to: '/mail' as const, done: contacts.length > 0 }] : []),
  ];
  return steps.every(({ done }) => done) ? undefined : { steps, putAway: () => void away.ask({}).then(wasDone) };
};
