import type { Recorded } from '../event.ts';

export type ContactMethod = 'email' | 'text' | 'call';

/** What a customer is reached and known by; any number of each. */
export type DetailKind = 'email' | 'phone' | 'account';

/** Another record of the same customer, kept whole so that the merge can be undone. */
export type Absorbed = { id: string; name?: string; emails: string[]; phones: string[]; accounts: string[] };

export type Customer = {
  id: string;
  version: number;
  name?: string;
  emails: string[];
  phones: string[];
  /** Numbers by which the business knows them: accounts, contracts, jobs. */
  accounts: string[];
  address?: string;
  prefers?: ContactMethod;
  metAt: string;
  /** Records that were found to be this customer as well. */
  absorbed: Absorbed[];
  /** The record that this one was merged into; whoever looks here is led there. */
  mergedInto?: string;
};

export type CustomerDetails = { name?: string; emails: string[]; phones: string[]; accounts: string[]; address?: string; prefers?: ContactMethod };

export type CustomerEvent =
  | {
      type: 'customer.met';
      customerId: string;
      personal: { name?: string; email?: string; phone?: string };
    }
  | { type: 'customer.imported'; customerId: string; importId: string; line: number; personal: CustomerDetails }
  | { type: 'customer.named'; customerId: string; personal: { name: string } }
  | { type: 'customer.detailAdded'; customerId: string; kind: DetailKind; personal: { value: string } }
  | { type: 'customer.detailRemoved'; customerId: string; kind: DetailKind; personal: { value: string } }
  | { type: 'customer.preferenceSet'; customerId: string; prefers?: ContactMethod }
  | { type: 'customer.addressSet'; customerId: string; personal: { address?: string } }
  /** Somebody printed or exported everything that was said and done. */
  | { type: 'customer.trailTaken'; customerId: string; as: 'html' | 'csv' }
  | { type: 'customer.absorbed'; customerId: string; otherId: string; personal: Omit<Absorbed, 'id'> }
  | { type: 'customer.released'; customerId: string; otherId: string }
  | { type: 'customer.merged'; customerId: string; intoId: string }
  | { type: 'customer.separated'; customerId: string; fromId: string };

/** The only place where a customer changes. */
export const evolveCustomer = (customer: Customer | undefined, event: Recorded<CustomerEvent>): Customer => {
  if (event.type === 'customer.met') {
    const { name, email, phone } = event.personal;
    return newcomer(event, { name, emails: email ? [email] : [], phones: phone ? [phone] : [], accounts: [] });
  }
  if (event.type === 'customer.imported') return newcomer(event, event.personal);
  const known = { ...(customer as Customer), version: event.version };
  switch (event.type) {
    case 'customer.named':
      return { ...known, name: event.personal.name };
    case 'customer.detailAdded':
      return { ...known, [FIELDS[event.kind]]: [...known[FIELDS[event.kind]], event.personal.value] };
    case 'customer.detailRemoved':
      return { ...known, [FIELDS[event.kind]]: known[FIELDS[event.kind]].filter((value) => value !== event.personal.value) };
    case 'customer.preferenceSet':
      return { ...known, prefers: event.prefers };
    case 'customer.addressSet':
      return { ...known, address: event.personal.address };
    case 'customer.absorbed':
      return { ...known, absorbed: [...known.absorbed, { id: event.otherId, ...event.personal }] };
    case 'customer.released':
      return { ...known, absorbed: known.absorbed.filter(({ id }) => id !== event.otherId) };
    case 'customer.trailTaken':
      return known;
    case 'customer.merged':
      return { ...known, mergedInto: event.intoId };
    case 'customer.separated':
      return { ...known, mergedInto: undefined };
  }
};

const newcomer = ({ customerId, version, at }: Recorded<{ type: string; customerId: string }>, details: CustomerDetails): Customer => ({
  id: customerId,
  version,
  metAt: at,
  absorbed: [],
  ...details,
});

export const FIELDS = { email: 'emails', phone: 'phones', account: 'accounts' } as const satisfies Record<DetailKind, keyof Customer>;

/** Everything a customer is reached or known by, what came by merges included, each once. */
export const allOf = (customer: Pick<Customer, 'emails' | 'phones' | 'accounts' | 'absorbed'>, kind: DetailKind): string[] => [
  ...new Set([...customer[FIELDS[kind]], ...customer.absorbed.flatMap((other) => other[FIELDS[kind]])]),
];

/** One way of writing an address or number, so that it is found however somebody writes it. */
export const detailKey = (kind: DetailKind, value: string): string => {
  if (kind === 'email') return value.trim().toLowerCase();
  if (kind === 'phone') return value.replace(/^\s*00/, '+').replace(/[^\d+]/g, '');
  return value.trim().toUpperCase();
};

/** What to call somebody: the name, else the address they wrote from, else the number. */
export const calledName = (customer: Pick<Customer, 'name' | 'emails' | 'phones'>): string =>
  customer.name || customer.emails[0] || customer.phones[0] || 'Unknown customer';
