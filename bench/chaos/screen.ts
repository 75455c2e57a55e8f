import type { QueuePage } from '@firstline/contract/tasks.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import { cardOf, evolveCard, type TaskCard } from '@firstline/domain/tasks/card.ts';
import { evolveTask, type TaskEvent } from '@firstline/domain/tasks/task.ts';
import { request, type ClientRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Door } from '@firstline/situations/played/doors.ts';
import type { Person } from '@firstline/situations/played/people.ts';

type Heard = { seq: number; kind: string; event: Recorded<TaskEvent> };

export type Screen = {
  cursor: () => number;
  cards: () => ReadonlyMap<string, TaskCard>;
  /** What must never happen: a number twice, out of order, or a version left out. */
  faults: string[];
  /** Whether it has read all that it wanted to read. */
  isQuiet: () => boolean;
  cuts: () => number;
  refetches: () => number;
  close: () => void;
};

/** A screen that shows the queue, comes back by its cursor whenever it is cut, and evolves by what it hears. */
export const openScreen = async (name: string, port: number, door: Door, person: Person): Promise<Screen> => {
  const cards = new Map<string, TaskCard>();
  const faults: string[] = [];
  const heard: Heard[] = [];
  let cursor = 0;
  let cuts = 0;
  let refetches = 0;
  let isClosed = false;
  let reading: Promise<void> | undefined;
  let isStale = false;
  let stream: ClientRequest | undefined;

  const happen = ({ kind, event }: Heard): void => {
    if (kind !== 'task') return;
    const known = cards.get(event.taskId);
    if (!known) {
      if (event.type === 'task.opened') cards.set(event.taskId, cardOf(evolveTask(undefined, event)));
      else if (event.type === 'task.returned' || event.type === 'task.escalated') readAgain();
      return;
    }
    if (event.version <= known.version) return;
    if (event.version > known.version + 1) faults.push(`${name} was not told version ${known.version + 1} of ${event.taskId}`);
    const card = evolveCard(known, event);
    // A card does not carry its escalation; the event says where the task went.
    cards.set(event.taskId, event.type === 'task.returned' && !event.nowWaiting ? { ...card, status: 'escalated' } : card);
  };

  const readAgain = (): void => {
    isStale = true;
    reading ??= (async () => {
      while (isStale && !isClosed) {
        isStale = false;
        await readAll();
      }
      reading = undefined;
    })();
  };
  /** Everything that waits, brought up to what was heard meanwhile. */
  const readAll = async (): Promise<void> => {
    refetches += 1;
    let since = Infinity;
    for (let after = ''; !isClosed; ) {
      const answer = await door({ path: `tasks.waiting?limit=100${after && `&after=${after}`}`, cookie: person.cookie });
      if (answer?.status !== 200) {
        await pause(50);
        continue;
      }
      const page = JSON.parse(answer.body) as QueuePage;
      since = Math.min(since, page.seq);
      for (const card of page.cards) if (card.version >= (cards.get(card.id)?.version ?? 0)) cards.set(card.id, card);
      if (!page.next) break;
      after = page.next;
    }
    for (const entry of heard.filter(({ seq }) => seq > since)) happen(entry);
  };

  const frame = (text: string): void => {
    const field = (key: string): string => text.split('\n').find((line) => line.startsWith(`${key}: `))?.slice(key.length + 2) ?? '';
    const [event, id] = [field('event'), Number(field('id'))];
    if (event === 'refetch') {
      cursor = id;
      cards.clear();
      readAgain();
    } else if (event === '' && id > 0) {
      if (cursor > 0 && id <= cursor) faults.push(`${name} was told number ${id} after number ${cursor}`);
      cursor = id;
      const entry = JSON.parse(field('data')) as Heard;
      heard.push(entry);
      if (heard.length > 5000) heard.shift();
      happen(entry);
    }
  };

  const connect = (): void => {
    let rest = '';
    const place = cursor === 0 ? '?after=0' : '';
    const headers = { cookie: person.cookie, ...(cursor > 0 && { 'last-event-id': String(cursor) }) };
    const own = request({ port, host: '127.0.0.1', path: `/api/journal${place}`, headers }, (answer) => {
      answer.setEncoding('utf8').on('data', (text: string) => {
        if (own !== stream) return;
        const frames = (rest + text).split('\n\n');
        rest = frames.pop() ?? '';
        frames.forEach(frame);
      });
      answer.on('close', () => {
        cuts += 1;
        comeBack(own);
      });
      answer.on('error', () => undefined);
    });
    stream = own;
    own.on('error', () => comeBack(own));
    own.end();
  };
  const comeBack = (own: ClientRequest): void => {
    if (isClosed || own !== stream) return;
    stream = undefined;
    setTimeout(connect, 50);
  };

  connect();
  readAgain();
  await reading;
  return {
    cursor: () => cursor,
    cards: () => cards,
    faults,
    isQuiet: () => reading === undefined,
    cuts: () => cuts,
    refetches: () => refetches,
    close: () => {
      isClosed = true;
      stream?.destroy();
    },
  };
};
