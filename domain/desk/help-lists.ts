import type { ListItem } from './list-item.ts';

/** Whom to turn to when the desk itself is in the way. Shown with every error. */
export type SupportContact = ListItem & { how: string; hours?: string };

/** Nobody's number is known here: an installation writes its own. */
export const SUPPORT_CONTACTS: SupportContact[] = [{ id: 'administrators', label: 'The administrators of this desk', how: 'Ask in person or by the house’s own ways.' }];

/** What to do now, by what went wrong: each step on a line of its own. */
export type QuickHelp = ListItem & { steps: string };

const help = (id: string, label: string, ...steps: string[]): QuickHelp => ({ id, label, steps: steps.join('\n') });

export const QUICK_HELP: QuickHelp[] = [
  help('upset-customer', 'The customer is upset', 'Let them finish; do not interrupt.', 'Say that you understand, and that you are sorry it happened.', 'Say what you will do, and by when.', 'A complaint goes up: press Escalate and write what happened.'),
  help('timeout-warning', 'The desk asks whether I am still there', 'Press Continue, or any key the question names.', 'Nothing you wrote is lost.', 'On a call you are not asked: the call keeps your task.'),
  help('lost-task', 'My task is gone', 'Look under Recently held: it went back to the queue.', 'Claim it again if nobody has; your draft is still there.', 'If a colleague has it, tell them what you know.'),
  help('call-fails', 'A call does not go through', 'Look at the number once more, and try again.', 'Check headset and microphone in the browser’s address bar.', 'Log the try on the task, then write instead.', 'If every call fails, tell your supervisor.'),
  help('unsure', 'I do not know what is right', 'Read the summary and the notes once more.', 'Ask a colleague or your supervisor.', 'Do not guess: tell the customer when you will come back to them.', 'When nobody can say, escalate.'),
  help('mistake', 'I made a mistake', 'Look for Undo: sent mail and closed tasks can be taken back for a while.', 'Write a note on the task: what happened, and what is right.', 'Tell your supervisor if a customer was told something wrong.'),
  help('page-does-not-load', 'The page does not load', 'Wait for a breath; the desk tries again by itself.', 'Load the page again. Drafts are kept.', 'See whether other pages open: if not, it is the line or the machine.', 'Use another browser or another machine.'),
  help('other', 'Something else', 'Write down what you did, what you saw and when.', 'Tell the people named below.', 'Go on with another task if you can.'),
];
