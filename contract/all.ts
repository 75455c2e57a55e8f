import { access, accessQueries } from './access.ts';
import { contactQueries } from './contacts.ts';
import { conversationQueries, conversations } from './conversations.ts';
import { customerQueries, customers } from './customers.ts';
import { desk, deskQueries } from './desk.ts';
import { ownDesk, ownDeskQueries } from './own-desk.ts';
import { tasks, taskQueries } from './tasks.ts';
import { upkeep, upkeepQueries } from './upkeep.ts';

/** Everything that may be asked, on one page. */
export const EVERY_COMMAND = [tasks, upkeep, ownDesk, conversations, customers, desk, access].flatMap((subject) => Object.values(subject));

/** Everything that may be read. */
export const EVERY_QUERY = [taskQueries, upkeepQueries, contactQueries, ownDeskQueries, conversationQueries, customerQueries, deskQueries, accessQueries].flatMap((subject) => Object.values(subject));
