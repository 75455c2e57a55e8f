import type { Channel } from '../conversations/conversation.ts';
import type { ContactMethod, Customer } from './customer.ts';

/** The way to reach somebody that is chosen already: as they wish it, else as they came to us. */
export const wayToBegin = ({ prefers }: Pick<Customer, 'prefers'>, came: Channel): ContactMethod => prefers ?? (came === 'chat' ? 'email' : came);
