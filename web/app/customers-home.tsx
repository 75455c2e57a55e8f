import { Outlet } from '@tanstack/react-router';
import { Page } from './frame.tsx';

/** Where customers are looked up. */
export const CustomersHome = () => (
  <Page>
    <Outlet />
  </Page>
);
