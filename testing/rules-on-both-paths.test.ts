import type { Rule } from '@firstline/domain/rule.ts';
import { ALL_RULES, GUARDED, type Act } from '@firstline/domain/rules.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { openDesk, parts, type TestDesk } from './open-desk.ts';
import { ofHeldTasks } from './refused/of-held-tasks.ts';
import { ofMails } from './refused/of-mails.ts';
import { ofTheDesk } from './refused/of-the-desk.ts';
import { ofWaitingTasks } from './refused/of-waiting-tasks.ts';
import { unheardChecks } from './unheard-checks.ts';

let desk: TestDesk | undefined;
afterEach(async () => {
  await desk?.close();
  desk = undefined;
});

const REFUSALS = { ...ofWaitingTasks, ...ofHeldTasks, ...ofMails, ...ofTheDesk };
const RULES = Object.values(ALL_RULES).map(({ name }) => name);

/** The clock asks it, and gives the task back instead of refusing: see idle-task-is-released.test.ts and model.test.ts. */
const OF_THE_CLOCK = ['idle-task-is-released'];

describe('The server refuses by each rule', () => {
  test('R-327 Each rule has its way to be refused by', () => expect(Object.keys(REFUSALS).sort()).toEqual(RULES.filter((name) => !OF_THE_CLOCK.includes(name)).sort()));

  test.each(Object.entries(REFUSALS))('R-327 %s', async (name, make) => {
    desk = await openDesk();
    const { asks, input, by } = await make(desk);
    const outcome = await desk.ask(typeof asks === 'string' ? desk.named(asks) : asks, input, by);
    expect(outcome).toMatchObject({ status: 422 });
    expect('refused' in outcome && outcome.refused.map(({ rule }) => rule)).toContain(name);
  });
});

/** Which doors are judged by the list of which act. `contact` is part of `reply`, `write` too; `idle` is the clock's. */
const DOORS: Record<Exclude<Act, 'contact' | 'write' | 'idle' | 'invite'>, string[]> = {
  claim: ['tasks.claim'],
  work: ['tasks.return', 'tasks.addSubTask', 'tasks.tickSubTask', 'tasks.removeSubTask', 'tasks.logAttempt', 'tasks.cancelAppointment', 'tasks.view', 'tasks.continue', 'tasks.stayActive', 'tasks.closeBrowser'],
  note: ['tasks.note'],
  park: ['tasks.park'],
  undoClaim: ['tasks.undoClaim'],
  undoClose: ['tasks.undoClose'],
  takeOver: ['tasks.takeOver'],
  sendBack: ['tasks.sendBack'],
  assign: ['tasks.assign'],
  reply: ['tasks.reply'],
  grant: ['tasks.grant'],
  escalate: ['tasks.escalate'],
  handBack: ['tasks.handBack'],
  book: ['tasks.bookAppointment'],
  close: ['tasks.resolve'],
  rank: ['tasks.setCriticality'],
  addDetail: ['customers.addDetail'],
  merge: ['customers.merge'],
  join: ['desk.addPerson', 'desk.enablePerson'],
  leave: ['desk.disablePerson', 'desk.setRoles'],
  nameQueue: ['desk.openQueue', 'desk.changeQueue', 'desk.renameQueue', 'desk.setQueueAddress'],
  setRule: ['desk.setRuleLevel'],
  setList: ['desk.setList'],
};
const named = (rules: readonly Pick<Rule<never>, 'name'>[]): string[] => [...new Set(rules.map(({ name }) => name))];
const doorsByAct = Object.entries(DOORS).flatMap(([act, doors]) => doors.map((door) => [door, act as Act] as const));

test.each(doorsByAct)('R-327 The door %s is judged by the whole list of the act “%s”', (door, act) => {
  const command = parts.commands.find(({ spec }) => spec.name === door);
  expect(named(command?.rules ?? [])).toEqual(named(GUARDED[act]));
});

test('R-327 No door is judged by a list that stands nowhere in the table', () => {
  const judged = parts.commands.filter(({ rules }) => rules.length > 0).map(({ spec }) => spec.name);
  expect(judged.filter((door) => !doorsByAct.some(([known]) => known === door))).toEqual([]);
});

/** What only the desk can know, or what no screen offers in the first place; the desk's answer is then shown in the same words. */
const NOT_SAID_BEFORE: Record<string, string> = {
  'idle-task-is-released': 'The question with its clock says it.',
  'detail-belongs-to-one-customer': 'Whose an address is already, the desk looks up among all records.',
  'an-entry-in-use-stays': 'What is marked with an entry, the desk looks up among all tasks.',
  'only-listed-rules-are-set': 'The page offers the listed rules alone.',
  'whoever-is-invited-is-active': 'A link is offered for active people alone.',
};

const root = new URL('../web/', import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|node_modules|stories/.test(file))
  .map((file) => ({ file, text: readFileSync(new URL(file, root), 'utf8') }));

const listsByName: Record<string, readonly Pick<Rule<never>, 'name'>[]> = {
  writing: GUARDED.write, claiming: GUARDED.claim, working: GUARDED.work, noting: GUARDED.note, parking: GUARDED.park, undoingClaim: GUARDED.undoClaim, undoingClose: GUARDED.undoClose,
  assigning: GUARDED.assign, replying: GUARDED.reply, granting: GUARDED.grant, escalating: GUARDED.escalate, handingBack: GUARDED.handBack, booking: GUARDED.book, closing: GUARDED.close,
  ranking: GUARDED.rank, merging: GUARDED.merge, joining: GUARDED.join, leaving: GUARDED.leave, naming: GUARDED.nameQueue, takingOver: GUARDED.takeOver, sendingBack: GUARDED.sendBack,
};
const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The rules a screen asks: `check(closing, …)` or `check([closeIsUndoneInTime], …)`, of lists and rules it took from the domain. */
const askedIn = (text: string): string[] =>
  [...text.matchAll(/\bcheck\(\s*(?:\[([^\]]*)\]|(\w+))\s*,/g)].flatMap(([, some = '', list = '']) => {
    const lists = (list ? [list] : some.split(',')).map((name) => name.replace('...', '').trim()).filter((name) => new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '@firstline/domain/[^']*rules/`).test(text));
    return lists.flatMap((name) => (listsByName[name] ? named(listsByName[name]) : [kebab(name)]));
  });

/** Where somebody is about to do it, and the list that their screen asks before. */
const SCREENS: [string, keyof typeof GUARDED][] = [
  ['tasks/use-claim.ts', 'claim'], ['app/workspace/use-note.ts', 'note'], ['app/workspace/use-email.ts', 'reply'], ['tasks/park-dialog.tsx', 'park'], ['tasks/book-dialog.tsx', 'book'],
  ['tasks/orientation.tsx', 'undoClaim'], ['app/workspace/undo-close.tsx', 'undoClose'], ['tasks/lead-dialog.tsx', 'takeOver'], ['tasks/lead-dialog.tsx', 'sendBack'], ['tasks/lead-dialog.tsx', 'assign'],
  ['tasks/grant-dialog.tsx', 'grant'], ['tasks/escalation-form.ts', 'escalate'], ['app/workspace/held-task.tsx', 'handBack'], ['tasks/resolve-dialog.tsx', 'close'],
  ['tasks/criticality-dialog.tsx', 'rank'], ['customers/merge-dialog.tsx', 'merge'], ['desk/add-person-dialog.tsx', 'join'], ['desk/doors-dialog.tsx', 'leave'], ['desk/queue-dialog.tsx', 'nameQueue'],
];
/** Whoever comes to these screens holds the task already: the screen is not there for anybody else. */
const HOLDERS_OWN = ['only-the-holder-works-on-a-task'];

test.each(SCREENS)('R-327 %s asks the rules of the act “%s” before the mistake', (file, act) => {
  const asked = askedIn(sources.find((source) => source.file === file)?.text ?? '');
  expect(named(GUARDED[act]).filter((name) => !asked.includes(name) && !HOLDERS_OWN.includes(name))).toEqual([]);
});

test('R-327 What a screen hears from the rules it shows, or offers nothing by', () => {
  const asking = sources.filter(({ text }) => /\bcheck\(/.test(text));
  expect(asking.length).toBeGreaterThan(15);
  expect(asking.flatMap(({ file }) => unheardChecks(fileURLToPath(new URL(file, root))))).toEqual([]);
});

test('R-327 Each rule is said by a screen before the desk refuses, or the table says why not', () => {
  const asked = new Set(sources.flatMap(({ text }) => askedIn(text)));
  expect(RULES.filter((name) => !asked.has(name)).sort()).toEqual(Object.keys(NOT_SAID_BEFORE).sort());
});
