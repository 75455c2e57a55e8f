import { grouped } from '../numbers.ts';
import type { Asking, Ledger } from './ledger.ts';
import type { Sink } from './mail.ts';
import type { Screen } from './screen.ts';
import type { Truth } from './truth.ts';
import { connect } from '@firstline/server/platform/postgres/connect.ts';
import { canonical } from '@firstline/server/platform/journal.ts';
import { taskStore } from '@firstline/server/tasks/stores.ts';
import { fromRow } from '@firstline/server/platform/store.ts';
import { cardOf } from '@firstline/domain/tasks/card.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';

export type Compared = { lost: string[]; doubled: string[]; other: string[] };

type Done = { type: string; version: number };

/** Everything somebody was told, against what the database knows of it. */
export const compareAskings = (ledger: Ledger, truth: Truth): Compared => {
  const compared: Compared = { lost: [], doubled: [], other: [] };
  const known = new Set<string>();
  for (const asking of ledger.askings()) {
    const id = `${asking.personId}/${asking.key}`;
    known.add(id);
    compareOne(asking, id, truth, compared);
  }
  const people = new Set(ledger.askings().map(({ personId }) => personId));
  for (const id of truth.byCommand.keys())
    if (people.has(id.split('/')[0] ?? '') && !known.has(id)) compared.other.push(`${id} was done and never asked`);
  return compared;
};

const compareOne = ({ command, status, body = '' }: Asking, id: string, truth: Truth, { lost, doubled, other }: Compared): void => {
  const name = `${command} ${id}`;
  const told = truth.byCommand.get(id) ?? [];
  if (status === undefined) return void other.push(`${name} got no answer`);
  if (status !== 200 && status !== 422) return void (told.length > 0 && other.push(`${name} was answered ${status} and done`));
  const kept = truth.answers.get(id);
  if (!kept || kept.status !== status) return void lost.push(`${name}: answered ${status}, and the desk knows ${kept?.status ?? 'nothing'} of it`);
  if (status === 422) {
    if (told.length !== 1) (told.length === 0 ? lost : doubled).push(`${name}: refused, and told ${told.length} times`);
    return;
  }
  if (kept.answer !== body) other.push(`${name}: the answer kept is not the answer given`);
  const { done } = JSON.parse(body) as { done: Done[] };
  for (const event of done) {
    const times = told.filter(({ type, version }) => type === event.type && version === event.version).length;
    if (times !== 1) (times === 0 ? lost : doubled).push(`${name}: ${event.type} stands ${times} times in the journal`);
  }
  if (told.length > done.length) doubled.push(`${name}: ${done.length} events were answered, ${told.length} stand in the journal`);
};

/** Every mail that was taken is one message, and every mail of ours left once at most. */
export const compareMails = (ledger: Ledger, sink: Sink, truth: Truth): Compared => {
  const compared: Compared = { lost: [], doubled: [], other: [] };
  for (const { rfcId, isTaken } of ledger.mails()) {
    const times = truth.received.get(rfcId) ?? 0;
    if (isTaken && times === 0) compared.lost.push(`mail ${rfcId} was answered 250 and is not there`);
    if (times > 1) compared.doubled.push(`mail ${rfcId} is ${times} messages`);
  }
  const left = grouped(sink.mails, ({ rfcId }) => rfcId);
  for (const [rfcId, mails] of left) {
    if (!truth.sent.has(rfcId)) compared.other.push(`mail ${rfcId} left and nobody had written it`);
    if (mails.length > 1) compared.doubled.push(`mail ${rfcId} reached the customer ${mails.length} times`);
  }
  for (const [rfcId, state] of truth.sent) {
    const times = left.get(rfcId)?.length ?? 0;
    if (state === 'sent' && times === 0) compared.lost.push(`mail ${rfcId} counts as sent and never left`);
    if (state === 'failed' && times > 0) compared.other.push(`mail ${rfcId} counts as failed and reached the customer`);
  }
  return compared;
};

/** What a screen shows by its own evolving, against a fresh look. */
export const compareScreen = async (name: string, screen: Screen, url: string, statuses: readonly string[]): Promise<string[]> => {
  const pool = connect(url, { size: 1, applicationName: 'firstline chaos' });
  try {
    const { rows } = await pool.query<Record<string, unknown>>('select * from tasks');
    const fresh = new Map(rows.map((row) => [String(row.id), cardOf(fromRow<Task>(taskStore, row))]));
    const faults = [...screen.faults];
    for (const [id, card] of screen.cards()) {
      const row = fresh.get(id);
      if (canonical(row ?? null) !== canonical(card)) faults.push(`${name} shows ${id} at version ${card.version}, the desk has version ${row?.version ?? 0}`);
    }
    for (const { id, status } of fresh.values())
      if (statuses.includes(status) && !screen.cards().has(id)) faults.push(`${name} does not show ${id}, which is ${status}`);
    return faults;
  } finally {
    await pool.end();
  }
};
