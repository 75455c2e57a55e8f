import type { Recorded } from '../event.ts';

export type ContactMethod = 'email' | 'text' | 'call';

export type Customer = {
  id: string;
  version: number;
  name?: string;
  emails: string[];
  phones: string[];
  address?: string;
  prefers?: ContactMethod;
  metAt: string;
};

export type CustomerEvent =
  | {
      type: 'customer.met';
      customerId: string;
      personal: { name?: string; email?: string; phone?: string };
    }
  | { type: 'customer.named'; customerId: string; personal: { name: string } };

/** The only place where a customer changes. */
export const evolveCustomer = (customer: Customer | undefined, event: Recorded<CustomerEvent>): Customer => {
  switch (event.type) {
    case 'customer.met':
      return {
        id: event.customerId,
        version: event.version,
        name: event.personal.name,
        emails: event.personal.email ? [event.personal.email] : [],
        phones: event.personal.phone ? [event.personal.phone] : [],
        metAt: event.at,
      };
    case 'customer.named':
      return { ...(customer as Customer), version: event.version, name: event.personal.name };
  }
};

/** What to call somebody: the name, else the address they wrote from, else the number. */
export const calledName = (customer: Pick<Customer, 'name' | 'emails' | 'phones'>): string =>
  customer.name || customer.emails[0] || customer.phones[0] || 'Unknown customer';
