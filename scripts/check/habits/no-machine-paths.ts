import type { Habit } from './habit.ts';
import { linesWith } from './text-lines.ts';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export const noMachinePaths: Habit = {
  says: 'The house stands on any machine: no path of one computer is written down.',
  bad: ['', 'home', 'ana', 'firstline', 'data'].join('/'),
  good: './data',
  find: (files) =>
    linesWith(new RegExp(`(?<![\\w.])/(home/\\w|root/|Users/\\w)|${escaped(process.cwd())}(/|\\b)`), files),
};
