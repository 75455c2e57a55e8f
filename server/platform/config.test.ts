import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const proxyOf = (TRUSTED_PROXY: string) => {
  const read = readConfig({ TRUSTED_PROXY });
  return 'faults' in read ? read.faults : read.trustedProxy;
};

test('A proxy is named by its addresses; anything else stops the start in words', () => {
  for (const good of ['127.0.0.1', '10.0.0.0/8, ::1', 'fd00::/8']) {
    expect(proxyOf(good)).toBe(good);
    expect(() => Fastify({ trustProxy: good })).not.toThrow();
  }
  for (const odd of ['true', 'nginx', '10.0.0.0/33', '0.0.0.0/0', '127.0.0.1,', '1.2.3.4/8/8', '127.1'])
    expect(proxyOf(odd), odd).toEqual(['TRUSTED_PROXY: lists addresses, such as 127.0.0.1']);
});
