import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark' | 'system';

/** Also written in public/theme-first.js, which sets the theme before the first paint. */
export const THEME_KEY = 'firstline.theme';

const listeners = new Set<() => void>();

const chosenTheme = (): Theme => {
  const choice = document.documentElement.dataset.theme;
  return choice === 'light' || choice === 'dark' ? choice : 'system';
};

/** Shows and remembers a theme; `system` follows the machine and leaves nothing behind. */
export const chooseTheme = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // A browser that keeps nothing still shows the choice until the page is left.
  }
  for (const hear of listeners) hear();
};

const subscribe = (hear: () => void) => {
  listeners.add(hear);
  return () => void listeners.delete(hear);
};

export const useTheme = (): [Theme, (theme: Theme) => void] => [useSyncExternalStore(subscribe, chosenTheme), chooseTheme];
