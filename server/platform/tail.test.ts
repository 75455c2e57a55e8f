import { expect, test } from 'vitest';
import { hang, openLamps, system } from '@firstline/testing/lamps.ts';
import type { Sealed } from './journal.ts';
import { seal } from './sealer.ts';
import { followJournal } from './tail.ts';

test('R4 what a node sealed itself is told as it stands in the journal, and what another one sealed before is read first', async () => {
  const { desk, pool, close } = await openLamps();
  try {
    const tail = await followJournal(pool);
    const told: Sealed[] = [];
    tail.listen((run) => told.push(...run));
    let wasNext: boolean | undefined;
    const sealHere = () => seal(pool, desk.parts.tally, (run) => (wasNext = tail.take(run)));
    const hung = (lampId: string) => desk.run(hang, { lampId }, system, { commandId: `hang ${lampId}` });

    await hung('a');
    await sealHere();
    expect([wasNext, told.length, tail.seq()]).toEqual([true, 1, 1]);

    await hung('b');
    await seal(pool, desk.parts.tally);
    await hung('c');
    await sealHere();
    expect([wasNext, told.length, tail.seq()]).toEqual([false, 1, 1]);

    await tail.read();
    await tail.read();
    expect(told).toEqual((await pool.query('select * from journal order by seq')).rows);
    expect(tail.since(0)).toEqual(told);
  } finally {
    await close();
  }
});
