import type { DeskEvent, Recorded } from '@firstline/domain/event.ts';
import type { Breach } from '@firstline/domain/rule.ts';
import { v7 as newKey } from 'uuid';
import type { AnswerOf, CommandName, InputOf, QueryName } from './doors.ts';
import { heardDate, heardDone } from './server-clock.ts';
import { toldHere } from './told.ts';
import { withSupport } from './support.ts';
import { t } from './words.ts';

/** Why something could not be asked or read, in words for the person. `no-answer`: nobody knows whether it arrived. */
export type Problem = { code: string; title: string; issues?: { path: string; says: string }[] };
export type Done = Recorded<DeskEvent>[];
export type Answer = { done: Done } | { refused: Breach[] } | { problem: Problem };

export type Asking = {
  /** Rules whose warning is passed knowingly. */
  acknowledged?: readonly string[];
  /** The same key is the same asking: asked again, it is answered as it was the first time. */
  key?: string;
  /** Milliseconds before each further try when no answer comes. */
  waits?: readonly number[];
  /** It is said while the page goes, and must arrive without it. */
  outlives?: boolean;
};

const WAITS = [600, 1800, 4000];
const PATIENCE_MS = 20_000;

/** Asks the desk to do something. Without an answer it asks again with the same key, so that nothing is done twice. */
export const ask = async <Name extends CommandName>(
  name: Name,
  input: InputOf<Name>,
  { acknowledged = [], key = newKey(), waits = WAITS, outlives = false }: Asking = {},
): Promise<Answer> => {
  for (let tries = 0; ; tries += 1) {
    const answer = await once(name, input, { key, acknowledged, outlives }, tries === 0);
    const wait = waits[tries];
    if (!('problem' in answer) || !PASSING.has(answer.problem.code) || wait === undefined) return answer;
    await new Promise((next) => setTimeout(next, wait * (0.7 + 0.6 * Math.random())));
  }
};

const PASSING = new Set(['no-answer', 'busy', 'not-ready', 'too-many']);

type Once = Required<Pick<Asking, 'key' | 'acknowledged' | 'outlives'>>;

const once = async (name: string, input: unknown, { key, acknowledged, outlives }: Once, first: boolean): Promise<Answer> => {
  const asked = Date.now();
  const heard = await talk(`/api/${name}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(acknowledged.length > 0 && { acknowledge: acknowledged.join(', ') }),
    },
    body: JSON.stringify(input),
    ...(outlives && { keepalive: true }),
  });
  if ('problem' in heard) {
    tellSignedOut(heard.problem);
    return heard.refused ? { refused: toldHere(heard.refused) } : { problem: heard.problem };
  }
  const { done } = heard.body as { done: Done };
  // The answer to a repeated asking may be older than the asking.
  if (first && done[0]) heardDone(done[0].at, asked);
  for (const hear of hearers.done) hear(done);
  return { done };
};

/** Reads something. What it cannot read it throws, as the cache of queries expects. */
export const read = async <Name extends QueryName>(name: Name, input: InputOf<Name>): Promise<AnswerOf<Name>> => {
  const asked = Object.entries(input as Record<string, unknown>).filter(([, value]) => value !== undefined);
  const heard = await talk(`/api/${name}?${new URLSearchParams(asked.map(([field, value]) => [field, String(value)]))}`, {});
  if ('problem' in heard) {
    tellSignedOut(heard.problem);
    throw new Unread(heard.problem);
  }
  return heard.body as AnswerOf<Name>;
};

/** Carries the problem to whoever shows the query. */
class Unread extends Error {
  problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

export const problemOf = (error: unknown): Problem => (error instanceof Unread ? error.problem : noAnswer());

type Heard = { body: unknown } | { problem: Problem; refused?: Breach[] };

/** One question to the desk's own server, for the doors that are no command as well. */
export const talk = async (address: string, request: RequestInit): Promise<Heard> => {
  try {
    const asked = Date.now();
    const response = await fetch(address, { ...request, signal: AbortSignal.timeout(PATIENCE_MS) });
    heardDate(response.headers.get('date'), asked);
    const body = (await response.json()) as Record<string, unknown>;
    if (response.ok) return { body };
    const { code, title = '', issues, refused } = body as Partial<Problem> & { refused?: Breach[] };
    if (!code) return { problem: noAnswer() };
    return { problem: { code, title: withSupport(code, t(title)), issues }, refused };
  } catch {
    // No line, or something between us and the desk that speaks no JSON: a proxy's own page.
    return { problem: noAnswer() };
  }
};

const noAnswer = (): Problem => ({
  code: 'no-answer',
  title: withSupport('no-answer', t('The desk does not answer. Nothing you wrote is lost; try again in a moment.')),
});

const hearers = { done: new Set<(done: Done) => void>(), signedOut: new Set<() => void>() };

const tellSignedOut = ({ code }: Problem): void => {
  if (code === 'not-signed-in') for (const hear of hearers.signedOut) hear();
};

/** Hears what was done by this screen. */
export const onDone = (hear: (done: Done) => void): (() => void) => {
  hearers.done.add(hear);
  return () => void hearers.done.delete(hear);
};

/** Hears when the desk no longer knows who asks. */
export const onSignedOut = (hear: () => void): (() => void) => {
  hearers.signedOut.add(hear);
  return () => void hearers.signedOut.delete(hear);
};
