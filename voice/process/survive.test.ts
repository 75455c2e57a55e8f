import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** A program of two legs; in the socket of the first something breaks, in the promise of the second too. */
const PROGRAM = `
  import { createSocket } from 'node:dgram';
  import { legContext } from '${join(import.meta.dirname, '../built-in/leg-context.ts')}';
  import { survive } from '${join(import.meta.dirname, 'survive.ts')}';
  const broken = [];
  survive((leg) => {
    broken.push(leg);
    if (broken.length === 2) { console.log(broken.join(' ')); process.exit(0); }
  }, () => {});
  legContext.run('first', () => {
    const socket = createSocket('udp4');
    socket.on('message', () => { socket.close(); throw new Error('in a socket'); });
    socket.bind(0, '127.0.0.1', () => socket.send('x', socket.address().port, '127.0.0.1'));
  });
  legContext.run('second', () => { setTimeout(() => void Promise.reject(new Error('in a promise')), 300); });
  throw new Error('of nobody');
`;

test('what breaks in a socket or a promise of one leg ends that leg, and what is nobody\'s ends nothing', () => {
  const said = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', PROGRAM], { encoding: 'utf8', cwd: join(import.meta.dirname, '../..') });
  expect(said.trim()).toBe('first second');
});
