import '@fontsource-variable/inter/index.css';
import './tokens.css';
import './base.css';
import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ReactNode } from 'react';
import { Tips } from './tips.tsx';
import { ToastRegion } from './toast.tsx';

/** What every page of ours stands on: tokens, type, tips, toasts. No piece writes a style element, so the content policy stays `'self'`. */
export const Ground = ({ children }: { children: ReactNode }) => (
  <CSPProvider disableStyleElements>
    {children}
    <Tips />
    <ToastRegion />
  </CSPProvider>
);
