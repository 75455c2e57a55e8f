import { HelpPage } from '../desk/help-page.tsx';
import { Page } from './frame.tsx';

/** Quick help stands like any page of the desk: the held task goes on beside it. */
export const Help = () => (
  <Page>
    <HelpPage />
  </Page>
);
