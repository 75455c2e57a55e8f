import { median, ratios } from '../numbers.ts';
import { planOf } from '../plan.ts';
import { benchPostgres } from '../postgres.ts';
import { plain, type Finding, type Promised } from '../promised.ts';
import { everyOffer, nameOf, question, readerOf, statement, type Offer } from '../queue-offers.ts';
import { pairs } from '../turns.ts';
import { stockedDesk, type Stocked } from '../two-desks.ts';

type Times = { few: number[]; many: number[] };

export const queuePage: Promised = {
  id: 'P6',
  promise: 'A page of the queue costs twice as much at most when a million tasks wait instead of a thousand, in every order and with every filter, and so do the badges',
  anchor: 'the same questions with 1,000 tasks waiting',
  measure: async (bench) => {
    // In short only some kinds of task: the plans of all of them are looked at all the same.
    const offers = everyOffer().filter(({ taskType }) => !bench.short || !taskType || taskType === 'complaint');
    const postgres = await benchPostgres(bench.newFolder('p6'), bench.root);
    const desks: Stocked[] = [];
    try {
      for (const [name, tasks] of [['few', 1000], ['many', bench.short ? 50_000 : 1_000_000]] as const) {
        desks.push(await stockedDesk(postgres.url, bench.root, name, tasks));
        bench.say(`${tasks.toLocaleString('en-US')} tasks wait`);
      }
      const [few, many] = desks as [Stocked, Stocked];
      const asked: { offer: Offer; few: () => Promise<unknown>; many: () => Promise<unknown>; times: Times }[] = [];
      for (const offer of offers)
        asked.push({ offer, few: await question(few, offer), many: await question(many, offer), times: { few: [], many: [] } });
      const badges = { few: badge(few), many: badge(many), times: { few: [], many: [] } as Times };
      for (let round = -1; round < pairs(bench); round++)
        for (const one of [...asked, badges]) {
          const [small, large] = [await took(bench.short, one.few), await took(bench.short, one.many)];
          if (round < 0) continue; // plans are made and pages are in memory
          one.times.few.push(small);
          one.times.many.push(large);
        }

      const plans = await plansFor(many);
      const strange = plans.filter(({ ways }) => !ways.every((way) => way.startsWith('Index')));
      if (strange.length > 0) throw new Error(`Read without an index: ${strange.slice(0, 5).map(({ name, ways }) => `${name}: ${ways.join(', ')}`).join('; ')}`);
      const buffers = (isWide: boolean): number[] => [Math.max(...plans.filter((plan) => plan.isWide === isWide).map((plan) => plan.buffers))];
      return [
        worstOf('first page', asked.filter(({ offer }) => !offer.isDeep)),
        worstOf('deep page', asked.filter(({ offer }) => offer.isDeep)),
        { ...against('badges', badges.times), goal: { atMost: 2 } },
        plain('pages of memory, one queue', 'buffers', buffers(false), {
          goal: { atMost: 200 }, floor: { atMost: 400 },
          remark: `${offers.length} questions: orders × kinds of task × one or all of 3 queues × with or without escalated ones × ` +
            'first page or one from the middle, by cursor; best of several times each round',
        }),
        plain('pages of memory, all queues and the escalated', 'buffers', buffers(true), {
          goal: { atMost: 200 }, floor: { atMost: 800 },
          remark: 'every plan of every offer reads tasks by an index, made for the values or for any values',
        }),
      ];
    } finally {
      for (const { close } of desks) await close();
      await postgres.stop();
    }
  },
};

const badge = (stocked: Stocked) => {
  const query = stocked.desk.parts.queries.find(({ spec }) => spec.name === 'tasks.badges');
  return async (): Promise<unknown> => query?.answer(stocked.desk, {}, readerOf(stocked, false));
};

const plansFor = async (stocked: Stocked) => {
  const plans = [];
  for (const offer of everyOffer())
    for (const kind of ['custom', 'generic'] as const)
      plans.push({
        ...(await planOf(stocked.pool, await statement(stocked, offer), kind)),
        name: `${nameOf(offer)} (${kind})`,
        isWide: !offer.isOneQueue || offer.isLead,
      });
  return plans;
};

/** The best of several times, in milliseconds: what it costs when nobody is in the way. */
const took = async (isShort: boolean, ask: () => Promise<unknown>): Promise<number> => {
  const times: number[] = [];
  for (let n = 0; n < (isShort ? 5 : 15); n++) {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
  }
  return Math.min(...times);
};

const against = (what: string, { few, many }: Times): Finding => ({ what, unit: 'ms', ours: many, anchor: few, held: ratios(many, few) });

const worstOf = (what: string, asked: { offer: Offer; times: Times }[]): Finding => {
  const grown = ({ times }: { times: Times }): number => median(ratios(times.many, times.few));
  const worst = asked.reduce((one, other) => (grown(other) > grown(one) ? other : one));
  return { ...against(`${what}, worst of ${asked.length}`, worst.times), goal: { atMost: 2 }, remark: `the worst ${what}: ${nameOf(worst.offer)}` };
};
