import { LIST_NAMES, lists, type ListName } from '@firstline/domain/desk/lists.ts';
import { hostileTexts, packed, someHostileTexts } from '@firstline/testing/hostile-texts.ts';
import type { Ask, Said } from './asking.ts';

const isLine = (text: string): boolean => /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u.test(text) && text.trim() !== '';
const lines = (most: number): string[] => packed(most, { accepts: isLine, of: someHostileTexts });
const isStored = (text: string): boolean => !/[\0\p{Cs}]/u.test(text);
const texts = (most: number): string[] => packed(most, { apart: '\n', accepts: isStored });

/** What administrators name: queues, people, entries of lists, tokens. Also the bad ones are tried, and refused. */
export const nameAll = async (max: Ask): Promise<string[]> => {
  const queueIds: string[] = [];
  for (const name of lines(120).slice(0, 20)) queueIds.push(String((await max('desk.openQueue', { name })).done[0]?.queueId));
  for (const { text } of hostileTexts.filter(({ text }) => !isLine(text)).slice(0, 12)) await max('desk.openQueue', { name: text });
  for (const [n, name] of lines(120).slice(20, 60).entries()) await max('desk.addPerson', { name, email: `p${n}@house.example`, initials: `P${n}`, roles: ['agent'], queueIds: [] });
  for (const name of lines(80).slice(-12)) await max('desk.makeToken', { name, roles: ['agent'], queueIds: [], only: [] });
  const labels = lines(80);
  const more = (name: ListName, of: (label: string) => object = () => ({})): Promise<Said> =>
    max('desk.setList', { name, items: [...lists[name], ...labels.filter((_, at) => at % 4 === LIST_NAMES.indexOf(name) % 4).map((label, n) => ({ id: `h${n}`, label, ...of(label) }))] });
  const set = [
    await more('closeReasons', (when) => ({ when })), await more('taskTypes', () => ({ rank: 900 })), await more('criticality', (words) => ({ rank: 900, words })), await more('alertTerms', (also) => ({ also })), await more('skills'),
    await more('playbooks', (words) => ({ taskType: 'other', words, steps: words })), await more('teams', () => ({ role: 'back-office', tier: 2 })), await more('escalationReasons'), await more('urgencies', () => ({ answerHours: 10, warnHours: 2 })),
    await more('escalationTable', () => ({ teamId: 'supervisors', urgencyId: 'standard' })), await more('supportContacts', (how) => ({ how, hours: how })), await more('quickHelp', (steps) => ({ steps })),
  ];
  for (const { status, body } of set) if (status !== 200) throw new Error(`A list of hostile labels was refused: ${body.slice(0, 300)}`);
  return queueIds.filter((id) => id !== 'undefined');
};

/** A file of customers whose names, addresses and account numbers do harm. */
export const hostileCsv = (): string => {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  return `Name,Email,Address,Account number,${cell('<img src=x onerror=alert(1)>')}\r\n${hostileTexts.map(({ text }, n) => [text, `i${n}@import.example`, text, text.slice(0, 60), text].map(cell).join(',')).join('\r\n')}`;
};

/** What agents write about a task that they hold, and about its customer. */
export const writeAll = async (ana: Ask, taskId: string, customerId: string): Promise<void> => {
  for (const part of ['summary', 'subTasks', 'conversation']) await ana('tasks.view', { taskId, part });
  for (const discussed of texts(5000)) await ana('tasks.note', { taskId, discussed, agreed: discussed.slice(0, 2000), special: discussed.slice(-2000), mood: lines(200)[3] });
  for (const { text } of hostileTexts.filter(({ text }) => !isStored(text))) await ana('tasks.note', { taskId, discussed: text });
  for (const title of lines(200)) await ana('tasks.addSubTask', { taskId, title });
  for (const { text } of hostileTexts.filter(({ text }) => !isLine(text))) await ana('tasks.addSubTask', { taskId, title: text });
  for (const remark of texts(500).slice(0, 10)) await ana('tasks.logAttempt', { taskId, channel: 'call', address: lines(300)[4], result: 'no-answer', remark });
  for (const where of lines(300).slice(0, 6)) await ana('tasks.bookAppointment', { taskId, startsAt: '2030-01-02T10:00:00Z', minutes: 60, where, what: where, withWhom: where.slice(0, 200) });
  for (const words of texts(500).slice(0, 3)) await ana('tasks.grant', { taskId, kind: 'promise', amount: 1, words });
  await ana('tasks.setCriticality', { taskId, criticality: 'high', reason: texts(500)[2] });
  for (const address of lines(400).slice(0, 8)) await ana('customers.setAddress', { customerId, address });
  for (const name of lines(200).slice(-10)) await ana('customers.rename', { customerId, name });
  for (const value of lines(60).slice(0, 8)) await ana('customers.addDetail', { customerId, detail: { kind: 'account', value } });
  for (const value of ['"<script>alert(1)</script>"@evil.example', 'a@b.example\r\nBcc: x@evil.example', 'x@<svg onload=alert(1)>']) await ana('customers.addDetail', { customerId, detail: { kind: 'email', value } });
  await ana('tasks.setViews', { views: lines(60).slice(0, 20).map((name, n) => ({ id: `view-${n}`, name, order: 'oldest' })) });
  await ana('tasks.saveDraft', { taskId, kind: 'note', content: { discussed: texts(5000)[0] } });
  for (const odd of ['\0', '\uD83D', '../', '__proto__']) {
    await ana('tasks.saveDraft', { taskId, kind: 'note', content: { [odd]: 'x' } });
    await ana('tasks.claim', { taskId: odd });
    await ana(`tasks.workspace?taskId=${encodeURIComponent(odd.replace('\uD83D', '\0\0'))}`);
  }
};

/** Mail that leaves: no field of it begins a header. */
export const replyAll = async (ana: Ask, taskId: string, to: string): Promise<void> => {
  await ana('tasks.reply', { taskId, to: `${to}\r\nBcc: all@evil.example`, subject: 'Lamp', body: 'Hello' });
  for (const { text } of hostileTexts.filter(({ text }) => /Bcc|Content-Type|Set-Cookie|filename/.test(text))) await ana('tasks.reply', { taskId, to, subject: text, body: `Hello,\r\n${text}` });
  const { body } = await ana(`tasks.workspace?taskId=${taskId}`);
  for (const subject of [(JSON.parse(body) as { conversation: { subject: string } }).conversation.subject.slice(0, 200), 'h <b>=?utf-8?Q?=0D=0ABcc:_all@evil.example?=']) await ana('tasks.reply', { taskId, to, subject, body: 'Hello' });
};

/** What goes up to a team, and comes back. */
export const escalateAll = async (ben: Ask, taskIds: string[]): Promise<void> => {
  const issues = texts(2000);
  for (const [n, taskId] of taskIds.entries()) {
    const { status, body } = await ben('tasks.escalate', { taskId, category: 'technical', reason: 'complaint', issue: issues[n], tried: issues[n] });
    if (status !== 200) throw new Error(`An escalation was refused: ${body.slice(0, 300)}`);
  }
};
