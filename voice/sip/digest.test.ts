import { expect, test } from 'vitest';
import { handClock } from '../../testing/hand-clock.ts';
import { answerChallenge, openChallenger } from './digest.ts';

const field = (line: string | undefined, name: string) => new RegExp(`(?:^|[ ,])${name}="?([^",]*)`).exec(line ?? '')?.[1];

test('The examples of RFC 2617 and RFC 7616 come out as printed there', () => {
  const old = 'Digest realm="testrealm@host.com", qop="auth,auth-int", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093"';
  const asked = { method: 'GET', uri: '/dir/index.html' };
  const answered = answerChallenge([old], { user: 'Mufasa', secret: 'Circle Of Life' }, asked, '0a4f113b');
  expect(field(answered, 'response')).toBe('6629fae49393a05397450978507c4ef1');

  const now = (algorithm: string) =>
    `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"`;
  const who = { user: 'Mufasa', secret: 'Circle of Life' };
  const cnonce = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ';
  expect(field(answerChallenge([now('MD5')], who, asked, cnonce), 'response')).toBe('8ca523f5e9506fed4657c9700eebdbec');
  expect(field(answerChallenge([now('MD5'), now('SHA-256')], who, asked, cnonce), 'response')).toBe(
    '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1',
  );
});

test('A way of asking that we do not know is not answered', () => {
  const ask = (more: string) => answerChallenge([`Digest realm="a", nonce="b"${more}`], { user: 'a', secret: 'b' }, { method: 'BYE', uri: 'sip:a' });
  expect([ask(', algorithm=SHA-512-256'), ask(', qop="auth-int"'), answerChallenge(['Basic realm="a"'], { user: 'a', secret: 'b' }, { method: 'BYE', uri: 'sip:a' })]).toEqual(
    [undefined, undefined, undefined],
  );
  expect(ask('')).toContain('response=');
});

test('The right secret is let in, a wrong one is not, and an old nonce must be asked anew', () => {
  const clock = handClock();
  const known = { user: 'office', secret: 'right' };
  const challenger = openChallenger('desk', known, clock.now);
  const answer = (secret: string) => answerChallenge(challenger.challenges(false), { user: 'office', secret }, { method: 'INVITE', uri: 'sip:a' });
  const right = answer('right');
  expect(challenger.judge(right, 'INVITE')).toBe('right');
  expect(challenger.judge(right, 'BYE')).toBe('wrong');
  expect(challenger.judge(answer('wrong'), 'INVITE')).toBe('wrong');
  expect(challenger.judge(right?.replace(/response="[^"]*"/, `response="${'ä'.repeat(64)}"`), 'INVITE')).toBe('wrong');
  expect(challenger.judge(undefined, 'INVITE')).toBe('wrong');
  expect(openChallenger('desk', known, clock.now).judge(right, 'INVITE')).toBe('stale');
  clock.pass(61_000);
  expect(challenger.judge(right, 'INVITE')).toBe('stale');
});
