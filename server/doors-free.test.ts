import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { assertDoorsFree } from './doors-free.ts';

test('A door that is taken is found before anything is begun, and a free one stays free', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as { port: number };
  await expect(assertDoorsFree({ port, smtpPort: 0, host: '127.0.0.1' })).rejects.toMatchObject({ code: 'EADDRINUSE', syscall: 'listen', port });
  await expect(assertDoorsFree({ port: 0, smtpPort: port, host: '127.0.0.1' })).rejects.toMatchObject({ code: 'EADDRINUSE', port });
  holder.close();
  await once(holder, 'close');
  await assertDoorsFree({ port, smtpPort: 0, host: '127.0.0.1' });
  await assertDoorsFree({ port, smtpPort: 0, host: '127.0.0.1' });
});
