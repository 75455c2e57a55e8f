import { t } from '../platform/words.ts';

const MOST_CHARACTERS = 600;

/** What an entry says beside its kind, in one line: names of fields and what stands in them, the personal part among them. */
export const saidIn = (event: Record<string, unknown>): string => {
  const { personal, ...fields } = event;
  const said = Object.entries({ ...fields, ...(personal as Record<string, unknown> | undefined) })
    .filter(([name, value]) => value !== undefined && value !== null && value !== '' && name !== 'facts')
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ');
  return said.length > MOST_CHARACTERS ? `${said.slice(0, MOST_CHARACTERS)}…` : said;
};

/** Entries about the house and its people, as they are spoken of. Of others the kind itself is shown. */
const WORDS: Record<string, string> = {
  'house.founded': 'The settings began',
  'house.levelSet': 'A rule is kept otherwise',
  'house.levelCleared': 'A rule is kept as before',
  'house.numberSet': 'A number was set',
  'house.listSet': 'A list was changed',
  'queue.opened': 'A queue was opened',
  'queue.renamed': 'A queue was renamed',
  'queue.addressSet': 'The address of a queue was set',
  'person.added': 'A person was added',
  'person.rolesSet': 'The roles of a person were set',
  'person.queuesSet': 'The queues of a person were set',
  'person.disabled': 'A person lost every door',
  'person.enabled': 'A person got their doors back',
  'person.invited': 'A one-time link was made',
  'person.joined': 'A person chose a password',
  'person.passwordChanged': 'A password was changed',
  'person.secondStepSet': 'A second step of signing in was set up',
  'person.secondStepEnded': 'A second step of signing in was ended',
  'person.secondStepReset': 'A second step of signing in was reset',
  'house.secondStepAsked': 'It was set who signs in with a second step',
  'person.signedOut': 'A person signed out',
  'task.opened': 'A task came in',
  'task.claimed': 'A task was claimed',
  'task.returned': 'A task went back to its queue',
  'task.escalated': 'A task was escalated',
  'task.closed': 'A task was closed',
  'command.refused': 'A rule stopped somebody',
  'command.acknowledged': 'A warning was passed knowingly',
};

export const kindWords = (type: string): string => (Object.hasOwn(WORDS, type) ? t(WORDS[type] ?? type) : type);

/** A day as the field gives it, as the moment at which it begins here. */
export const momentOf = (day: string, plusDays = 0): string | undefined => {
  const [year, month, date] = day.split('-').map(Number);
  return year && month && date ? new Date(year, month - 1, date + plusDays).toISOString() : undefined;
};
