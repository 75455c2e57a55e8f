export type Closed = {
  name: string;
  solution?: string;
  nextStep?: string;
  /** What was agreed, each as it is read: “Tue 12 Mar, 14:00: boiler service, 4 Mill Lane”. */
  appointments: readonly string[];
};

/** A draft of what was done and what comes next, for the customer. It says nothing that was not said here: no note of ours goes into it. */
export const closingLetter = ({ name, solution = '', nextStep = '', appointments }: Closed): string =>
  [
    name.trim() ? `Dear ${name.trim()},` : 'Hello,',
    part('What we did', solution),
    appointments.length > 0 ? ['Your appointment:', ...appointments.map((one) => `- ${one}`)].join('\n') : '',
    part('What happens next', nextStep),
    'Is there anything else we can help you with? Just answer this email.',
    'Thank you for your time and patience.',
  ]
    .filter((words) => words !== '')
    .join('\n\n');

const part = (title: string, words: string): string => (words.trim() ? `${title}: ${words.trim()}` : '');
