import type { Me } from '@firstline/contract/desk.ts';
import { evolveHouse, type HouseEvent } from '@firstline/domain/desk/house.ts';
import { evolvePerson, type PersonEvent } from '@firstline/domain/desk/person.ts';
import { evolveQueue, type Queue, type QueueEvent } from '@firstline/domain/desk/queue.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import type { AnswerOf } from '../platform/doors.ts';
import type { Evolve, LiveEntry } from '../platform/live-cache.ts';

/** The house a screen works in: its rules and queues change while it stands open. */
export const evolveMe: Evolve<Me, unknown> = (me, entry) => {
  const { kind, id, event } = entry;
  if (kind === 'person' && id === me.person.id) return { data: me, again: 'now' };
  if (kind === 'house') {
    const version = me.house?.version ?? 0;
    if (event.version <= version) return { data: me };
    if (event.version > version + 1) return { data: me, again: 'soon' };
    return { data: { ...me, house: evolveHouse(me.house ?? undefined, event as unknown as Recorded<HouseEvent>) } };
  }
  const queues = queuesAfter(me.queues, entry);
  return queues === 'missed' ? { data: me, again: 'soon' } : { data: queues === me.queues ? me : { ...me, queues } };
};

type People = AnswerOf<'desk.people'>;

export const evolvePeople: Evolve<People, unknown> = (known, entry) => {
  const { kind, id, event } = entry;
  if (kind === 'person') {
    const before = known.people.find((person) => person.id === id);
    if (event.version <= (before?.version ?? 0)) return { data: known };
    if (event.version > (before?.version ?? 0) + 1) return { data: known, again: 'soon' };
    const person = { ...evolvePerson(before, event as unknown as Recorded<PersonEvent>), joined: before?.joined || event.type === 'person.joined', secondStep: event.type === 'person.secondStepSet' || (Boolean(before?.secondStep) && !/^person.secondStep(Ended|Reset)$/.test(event.type)) };
    return { data: { ...known, people: before ? known.people.map((one) => (one.id === id ? person : one)) : [...known.people, person] } };
  }
  const queues = queuesAfter(known.queues, entry);
  return queues === 'missed' ? { data: known, again: 'soon' } : { data: queues === known.queues ? known : { ...known, queues } };
};

const queuesAfter = (queues: Queue[], { kind, id, event }: LiveEntry): Queue[] | 'missed' => {
  if (kind !== 'queue') return queues;
  const before = queues.find((queue) => queue.id === id);
  if (event.version <= (before?.version ?? 0)) return queues;
  if (event.version > (before?.version ?? 0) + 1) return 'missed';
  const queue = evolveQueue(before, event as unknown as Recorded<QueueEvent>);
  return before ? queues.map((one) => (one.id === id ? queue : one)) : [...queues, queue];
};
