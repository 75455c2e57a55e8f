import { taskQueries } from '@firstline/contract/tasks.ts';
import type { Actor } from '@firstline/domain/desk/role.ts';
import { pageSql } from '@firstline/server/tasks/queries/waiting.ts';
import { ratios, median } from '../numbers.ts';
import { planOf } from '../plan.ts';
import { benchPostgres } from '../postgres.ts';
import { plain, type Finding, type Promised } from '../promised.ts';
import { pairs } from '../turns.ts';
import { stockedDesk, type Stocked } from '../two-desks.ts';

type Order = 'priority' | 'oldest' | 'newest';
type Offer = { order: Order; taskType?: string; isOneQueue: boolean; isLead: boolean; isDeep: boolean };

const { order, taskType } = taskQueries.waiting.input.shape;
const ORDERS = order.unwrap().options;
const TYPES = [undefined, ...taskType.unwrap().options];

/** Every order with every filter that the contract offers, to those who see escalated tasks and to those who do not. */
const OFFERS: Offer[] = ORDERS.flatMap((one) =>
  TYPES.flatMap((type) =>
    [true, false].flatMap((isOneQueue) =>
      [true, false].flatMap((isLead) => [false, true].map((isDeep) => ({ order: one, taskType: type, isOneQueue, isLead, isDeep }))),
    ),
  ),
);

export const queuePage: Promised = {
  id: 'P6',
  promise: 'A page of the queue costs twice as much at most when a million tasks wait instead of a thousand, in every order and with every filter, and so do the badges',
  anchor: 'the same questions with 1,000 tasks waiting',
  measure: async (bench) => {
    const most = bench.short ? 50_000 : 1_000_000;
    const postgres = await benchPostgres(bench.newFolder('p6'), bench.root);
    const desks: Stocked[] = [];
    try {
      for (const [name, tasks] of [['few', 1000], ['many', most]] as const) {
        desks.push(await stockedDesk(postgres.url, bench.root, name, tasks));
        bench.say(`${tasks.toLocaleString('en-US')} tasks wait`);
      }
      const [few, many] = desks as [Stocked, Stocked];
      const asked = [await questions(few), await questions(many)] as const;
      const times = OFFERS.map(() => ({ few: [] as number[], many: [] as number[] }));
      const badges = { few: [] as number[], many: [] as number[] };
      for (let round = -1; round < pairs(bench); round++) {
        const repeats = bench.short ? 5 : 15;
        for (const [at] of OFFERS.entries()) {
          const [small, large] = [await took(repeats, asked[0][at]), await took(repeats, asked[1][at])];
          if (round < 0) continue; // plans are made and pages are in memory
          times[at]?.few.push(small);
          times[at]?.many.push(large);
        }
        if (round < 0) continue;
        badges.few.push(await took(repeats * 4, badge(few)));
        badges.many.push(await took(repeats * 4, badge(many)));
      }

      const plans = await plansFor(many);
      const strange = plans.filter(({ ways }) => !ways.every((way) => way.startsWith('Index')));
      if (strange.length > 0) throw new Error(`Read without an index: ${strange.slice(0, 5).map(({ name, ways }) => `${name}: ${ways.join(', ')}`).join('; ')}`);
      const buffers = (isWide: boolean): number[] => [Math.max(...plans.filter((plan) => plan.isWide === isWide).map((plan) => plan.buffers))];
      return [
        worstOf('first page', false, times),
        worstOf('deep page', true, times),
        { what: 'badges', unit: 'ms', ours: badges.many, anchor: badges.few, held: ratios(badges.many, badges.few), goal: { atMost: 2 } },
        plain('pages of memory, one queue', 'buffers', buffers(false), {
          goal: { atMost: 200 }, floor: { atMost: 400 },
          remark: `${OFFERS.length} questions: ${ORDERS.length} orders × ${TYPES.length} types × one or all of 3 queues × with or without escalated ones × ` +
            `first page or one a tenth into the list, by cursor; best of several times each round`,
        }),
        plain('pages of memory, all queues and the escalated', 'buffers', buffers(true), {
          goal: { atMost: 200 }, floor: { atMost: 800 },
          remark: 'every plan reads tasks by an index, made for the values or for any values',
        }),
      ];
    } finally {
      for (const { close } of desks) await close();
      await postgres.stop();
    }
  },
};

const LIMIT = 50;

const actorOf = ({ queueIds }: Stocked, { isLead }: Offer): Actor => ({
  id: 'reader', name: 'Reader', initials: 'R', roles: isLead ? ['account-team'] : ['agent'], queueIds,
});

const questions = async (stocked: Stocked): Promise<(() => Promise<unknown>)[]> => {
  const query = stocked.desk.parts.queries.find(({ spec }) => spec.name === 'tasks.waiting');
  return Promise.all(
    OFFERS.map(async (offer) => {
      const after = offer.isDeep ? Buffer.from(JSON.stringify(await deepKeys(stocked, offer))).toString('base64url') : undefined;
      const input = { order: offer.order, taskType: offer.taskType, after, limit: LIMIT, ...(offer.isOneQueue && { queueId: stocked.queueIds[0] }) };
      return async () => query?.answer(stocked.desk, input, actorOf(stocked, offer));
    }),
  );
};

const badge = (stocked: Stocked) => async (): Promise<unknown> =>
  stocked.desk.parts.queries.find(({ spec }) => spec.name === 'tasks.badges')?.answer(stocked.desk, {}, actorOf(stocked, OFFERS[0] as Offer));

/** Where the page begins that is as far in as a tenth of all that wait. */
const deepKeys = async ({ pool, queueIds }: Stocked, { order: one, taskType: type, isOneQueue }: Offer): Promise<unknown[]> => {
  const keys = one === 'priority' ? ['rank', 'opened_at', 'id'] : ['opened_at', 'id'];
  const { rows } = await pool.query<Record<string, unknown>>(
    `with found as (select rank, opened_at, id from tasks where status = 'waiting' and queue_id = any($1) and ($2::text is null or task_type = $2))
     select * from found order by ${keys.map((key) => `${key} ${one === 'newest' ? 'desc' : ''}`).join(', ')}
     offset (select count(*) / 10 from found) limit 1`,
    [isOneQueue ? queueIds.slice(0, 1) : queueIds, type ?? null],
  );
  return keys.map((key) => rows[0]?.[key]);
};

const plansFor = async (stocked: Stocked) => {
  const plans = [];
  for (const offer of OFFERS)
    for (const kind of ['custom', 'generic'] as const) {
      const after = offer.isDeep ? await deepKeys(stocked, offer) : undefined;
      const queueIds = offer.isOneQueue ? stocked.queueIds.slice(0, 1) : stocked.queueIds;
      const sql = pageSql(offer.order, queueIds, offer.isLead ? ['waiting', 'escalated'] : ['waiting'], offer.taskType, after, LIMIT);
      plans.push({ ...(await planOf(stocked.pool, sql, kind)), name: `${nameOf(offer)} (${kind})`, isWide: !offer.isOneQueue || offer.isLead });
    }
  return plans;
};

/** The best of so many times, in milliseconds: what it costs when nobody is in the way. */
const took = async (repeats: number, ask: (() => Promise<unknown>) | undefined): Promise<number> => {
  const times: number[] = [];
  for (let n = 0; n < repeats; n++) {
    const began = performance.now();
    await ask?.();
    times.push(performance.now() - began);
  }
  return Math.min(...times);
};

type Times = { few: number[]; many: number[] };

const worstOf = (what: string, isDeep: boolean, times: Times[]): Finding => {
  const grown = (it: Times): number => median(ratios(it.many, it.few));
  const ofKind = OFFERS.flatMap((offer, at) => (offer.isDeep === isDeep ? [{ offer, ...(times[at] as Times) }] : []));
  const worst = ofKind.sort((a, b) => grown(b) - grown(a))[0];
  if (!worst) throw new Error('Nothing was offered.');
  return {
    what: `${what}, worst of ${ofKind.length}`, unit: 'ms', ours: worst.many, anchor: worst.few, held: ratios(worst.many, worst.few),
    goal: { atMost: 2 }, remark: `the worst ${what}: ${nameOf(worst.offer)}`,
  };
};

const nameOf = (offer: Offer): string =>
  [offer.order, offer.taskType ?? 'any type', offer.isOneQueue ? 'one queue' : 'all queues', ...(offer.isLead ? ['escalated too'] : [])].join(', ');
