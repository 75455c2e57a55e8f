import type { HoldingEvent } from '@firstline/domain/tasks/holding-events.ts';
import { lasting } from '../platform/time.ts';
import { t } from '../platform/words.ts';

type Told = { event: HoldingEvent; name: string; nameOf: (id: string) => string };

/** What happened to a held or parked task, in a line; nothing where it is no news. */
export const holdingFact = ({ event, name, nameOf }: Told): string | undefined => {
  switch (event.type) {
    case 'task.parked':
      return t('{{name}} waits for the customer', { name });
    case 'task.cameBack':
      return event.cause === 'reply' ? t('The customer answered; the task came back') : t('The time to wait was over; the task came back');
    case 'task.offeredToAll':
      return t('{{name}} did not take it; anybody may', { name: t('Its agent') });
    case 'task.claimUndone':
      return t('{{name}} took the claim back', { name });
    case 'task.closeUndone':
      return t('{{name}} took the close back', { name });
    case 'task.withdrawn':
      return t('{{name}} took the task from {{from}}: {{reason}}', { name, from: nameOf(event.from), reason: reasonOf(event) });
    case 'task.assigned':
      return t('{{name}} gave the task to {{to}}: {{reason}}', { name, to: nameOf(event.to), reason: reasonOf(event) });
    case 'task.contacted':
      return t('First contact {{time}} after the claim', { time: lasting(event.seconds) });
    case 'task.viewed':
    case 'task.protected':
    case 'task.unprotected':
    case 'task.closingAsked':
      return undefined;
  }
};

const reasonOf = (event: { personal?: { reason: string } }): string => event.personal?.reason ?? '';
