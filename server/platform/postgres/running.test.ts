import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { isAlive } from './running.ts';

test.runIf(process.platform === 'linux')('A process that is dead and not buried does not count as alive', async () => {
  // The shell becomes a program that never asks after the child it left; the child outlives that change.
  const parent = spawn('/bin/sh', ['-c', 'sleep 0.5 & echo $!; exec sleep 30']);
  const [said] = (await once(parent.stdout, 'data')) as [Buffer];
  const dead = Number(said.toString());
  await expect.poll(() => isAlive(dead)).toBe(false);
  expect(isAlive(parent.pid ?? 0)).toBe(true);
  expect(process.kill(dead, 0), 'its number is still taken').toBe(true);
  parent.kill();
});
