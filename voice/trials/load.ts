import { fileURLToPath } from 'node:url';
import { at } from './network.ts';
import { openTrial, seen } from './trial.ts';
import { until } from './until.ts';

/** Many calls at once, callers with a wrong secret, and strangers (sipp); run by load.test.ts in a network of its own. */

const { folder, children, desk, run } = openTrial('load');
const SECRET_CALL = fileURLToPath(new URL('sipp-secret.xml', import.meta.url));
const ROOM = { calls: 40, callsWithOneNumber: 40, callsPerMinute: 100 };

const sipp = async (name: string, from: number, port: number, ...more: string[]) => {
  const child = children.start(
    'sipp',
    [`${at(1)}:${port}`, '-i', at(from), '-p', '5090', '-s', '+4930100', '-timeout', '25', '-timeout_error', '-nostdin', ...more],
    { cwd: folder },
  );
  const code = await child.ended;
  const counted = (label: string) => Number(new RegExp(`${label} call\\s*\\|\\s*\\d+\\s*\\|\\s*(\\d+)`).exec(child.said())?.[1] ?? -1);
  seen(name, { code, successful: counted('Successful'), failed: counted('Failed') });
};

await run(async () => {
  const server = { host: at(2), port: 5090 };
  let calls = 0;
  const open = await desk.open({ server, local: { address: at(1), port: 5060 }, most: ROOM }, ({ call }) => {
    calls += 1;
    call.ring();
    call.answer();
  });
  await sipp('20 calls at 5 a second', 2, 5060, '-sn', 'uac', '-m', '20', '-r', '5', '-d', '1500', '-l', '20');
  await until(() => open.trunk.counts().calls === 0, 3000);
  seen('calls that came', calls);
  seen('legs left over', open.trunk.counts().calls);

  await sipp('a stranger', 8, 5060, '-sn', 'uac', '-m', '1', '-max_retrans', '2', '-recv_timeout', '1500');
  seen('after the stranger', { calls, heardOf: open.trunk.counts().strangers > 0 });

  const asking = await desk.open(
    { server, local: { address: at(1), port: 5062 }, most: ROOM, challenge: { user: 'office', secret: 'right', ways: ['MD5'] } },
    ({ call }) => call.answer(),
  );
  await sipp('the right secret', 2, 5062, '-sf', SECRET_CALL, '-m', '1', '-au', 'office', '-ap', 'right');
  await sipp('a wrong secret', 2, 5062, '-sf', SECRET_CALL, '-m', '1', '-au', 'office', '-ap', 'wrong', '-recv_timeout', '1500', '-timeout', '6');
  seen('alerts', asking.alerts);
});
