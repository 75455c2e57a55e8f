import { ROLES } from '@firstline/domain/desk/role.ts';
import { openHtmlDoor } from '@firstline/server/conversations/html/door.ts';
import { openFileDoors } from '@firstline/server/conversations/files/doors.ts';
import { openDoors } from '@firstline/server/platform/http.ts';
import { makeMetrics } from '@firstline/server/platform/metrics.ts';
import { openPush } from '@firstline/server/platform/push.ts';
import { followJournal } from '@firstline/server/platform/tail.ts';
import { openTopics, openTrailDoor, reachesTask, reachesThread } from '@firstline/server/tasks/index.ts';
import { expect, test } from 'vitest';
import { cases } from './cases.ts';
import { openDesk } from './open-desk.ts';

test('S12 A door that is written by hand refuses what is no id or comes twice, as the others do', async () => {
  const desk = await openDesk();
  const { input } = await (cases['tasks.claim'] as (typeof cases)[string])(desk);
  const boss = { ...(await desk.person('Mia Dorn', ['manager', 'administrator'])), roles: [...ROLES] };
  const whoIs = () => Promise.resolve(boss);
  const metrics = makeMetrics();
  const http = openDoors(desk, whoIs, metrics);
  openHtmlDoor(http, desk, whoIs, reachesThread);
  openFileDoors(http, desk, whoIs, { task: reachesTask, thread: reachesThread });
  openTrailDoor(http, desk, whoIs);
  const push = openPush(http, desk, await followJournal(desk.pool), 'build', whoIs, openTopics, metrics);
  const status = async (method: 'GET' | 'POST' | 'DELETE', url: string) => (await http.inject({ method, url, ...(method === 'POST' && { payload: 'Bytes', headers: { 'content-type': 'text/plain' } }) })).statusCode;
  try {
    for (const odd of ['%00', 'a%00b', 'x'.repeat(65), '%0A']) {
      expect(await status('GET', `/api/files/${odd}`), odd).toBe(404);
      expect(await status('DELETE', `/api/files/${odd}`), odd).toBe(404);
      expect(await status('GET', `/api/letters/${odd}`), odd).toBe(404);
      expect(await status('POST', `/api/files?name=a.txt&taskId=${odd}`), odd).toBe(404);
      expect(await status('GET', `/api/customers.trail?customerId=${odd}`), odd).toBe(400);
      expect(await status('GET', `/api/journal?open=${odd}`), odd).toBe(400);
    }
    const upload = `/api/files?taskId=${String(input.taskId)}`;
    for (const twice of ['&name=a&name=b', '&type=a&type=b', '&taskId=x']) expect(await status('POST', upload + twice), twice).toBe(400);
    expect(await status('POST', `${upload}&name=a.txt`)).toBe(200);
  } finally {
    push.stop();
    await http.close();
    await desk.close();
  }
});
