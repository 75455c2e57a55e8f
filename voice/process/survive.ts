import { legContext } from '../built-in/leg-context.ts';
import type { Complain } from './complain.ts';

/** What breaks in one connection, at whatever time, ends its leg; the process goes on for all others. */
export const survive = (broke: (leg: string) => void, complain: Complain) => {
  const take = (error: unknown) => {
    const leg = legContext.getStore();
    complain(leg ? `A leg broke: ${leg}` : 'Something broke', error);
    if (leg) broke(leg);
  };
  process.on('uncaughtException', take);
  process.on('unhandledRejection', take);
};
