import { createRootRoute, createRoute, createRouter, Outlet, useNavigate } from '@tanstack/react-router';
import { InHandPage } from '../tasks/in-hand-page.tsx';
import type { CompanyTrouble } from '../desk/company-way.tsx';
import { SignInPage } from '../desk/sign-in-page.tsx';
import { WelcomePage } from '../desk/welcome-page.tsx';
import { useMe, worksOnTasks } from '../platform/me.ts';
import { backTo } from '../platform/session.ts';
import { CustomerContacts } from '../tasks/customer-contacts.tsx';
import { CustomerPage } from '../customers/customer-page.tsx';
import { CustomersPage } from '../customers/customers-page.tsx';
import { ContactsPage } from '../tasks/contacts-page.tsx';
import { Broken } from './broken.tsx';
import { CustomersHome } from './customers-home.tsx';
import { DeskPage } from './desk-page.tsx';
import { Page } from './frame.tsx';
import { helpPage, settingsPages } from './late-pages.ts';
import { NotHere } from './not-here.tsx';
import { Settings } from './settings.tsx';
import { useOpenTask } from './use-open-task.ts';
import { NoWorkPage } from './workspace/no-work-page.tsx';
import { WorkPage } from './workspace/work-page.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotHere });

type SignInSearch = { back?: string; ended?: true; company?: CompanyTrouble };

const SignIn = () => {
  const { back, ended, company } = signIn.useSearch();
  const navigate = useNavigate();
  return <SignInPage ended={ended} back={back} company={company} onEnter={() => void navigate({ href: backTo(back), replace: true })} />;
};
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ back, ended, company }: Record<string, unknown>): SignInSearch => ({
    ...(typeof back === 'string' && { back: backTo(back) }),
    ...(ended ? { ended: true as const } : {}),
    ...(company === 'refused' || company === 'silent' ? { company } : {}),
  }),
  component: SignIn,
});

const Welcome = () => {
  const navigate = useNavigate();
  return <WelcomePage token={new URLSearchParams(location.hash.slice(1)).get('token') ?? ''} onEnter={() => void navigate({ to: '/', replace: true })} />;
};
const welcome = createRoute({ getParentRoute: () => root, path: '/welcome', component: Welcome });

const desk = createRoute({ getParentRoute: () => root, id: 'desk', component: DeskPage });
// One screen for both addresses: the lists stay as they are while tasks come and go beside them.
const Work = () => (worksOnTasks(useMe()) ? <WorkPage /> : <NoWorkPage />);
const work = createRoute({ getParentRoute: () => desk, id: 'work', component: Work });
const CustomersRoute = () => {
  const navigate = useNavigate();
  return <CustomersPage onOpen={(customerId) => void navigate({ to: '/customers/$customerId', params: { customerId } })} />;
};
const customersHome = createRoute({ getParentRoute: () => desk, id: 'customers', component: CustomersHome });
const customers = createRoute({ getParentRoute: () => customersHome, path: '/customers', component: CustomersRoute });
const Customer = () => {
  const { customerId } = customer.useParams();
  const open = useOpenTask();
  return <CustomerPage key={customerId} customerId={customerId} work={() => <CustomerContacts customerId={customerId} onOpen={open} />} />;
};
const customer = createRoute({ getParentRoute: () => customersHome, path: '/customers/$customerId', component: Customer });
const start = createRoute({ getParentRoute: () => work, path: '/' });
const task = createRoute({ getParentRoute: () => work, path: '/tasks/$taskId' });
const InHand = () => (
  <Page>
    <InHandPage onOpen={useOpenTask()} />
  </Page>
);
const inHand = createRoute({ getParentRoute: () => desk, path: '/in-hand', component: InHand });
const help = createRoute({ getParentRoute: () => desk, path: '/help', component: helpPage.Page });
const Contacts = () => (
  <Page>
    <ContactsPage onOpen={useOpenTask()} />
  </Page>
);
const contacts = createRoute({ getParentRoute: () => desk, path: '/contacts', component: Contacts });
const settings = createRoute({ getParentRoute: () => desk, id: 'settings', component: Settings });
const people = createRoute({ getParentRoute: () => settings, path: '/people', component: settingsPages.people.Page });
const queues = createRoute({ getParentRoute: () => settings, path: '/queues', component: settingsPages.queues.Page });
const listsRoute = createRoute({ getParentRoute: () => settings, path: '/lists', component: settingsPages.lists.Page });
const tokens = createRoute({ getParentRoute: () => settings, path: '/tokens', component: settingsPages.tokens.Page });
const journal = createRoute({ getParentRoute: () => settings, path: '/journal', component: settingsPages.journal.Page });
const importRoute = createRoute({ getParentRoute: () => settings, path: '/import', component: settingsPages.imports.Page });
const mail = createRoute({ getParentRoute: () => settings, path: '/mail', component: settingsPages.mail.Page });
const rules = createRoute({ getParentRoute: () => settings, path: '/rules', component: settingsPages.rules.Page });

export const router = createRouter({
  routeTree: root.addChildren([signIn, welcome, desk.addChildren([work.addChildren([start, task]), inHand, contacts, customersHome.addChildren([customers, customer]), help, settings.addChildren([importRoute, people, queues, mail, listsRoute, rules, tokens, journal])])]),
  defaultPreload: false,
  defaultErrorComponent: Broken,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
