import { withCollected } from '@firstline/testing/collected.ts';
import { examples } from '@firstline/testing/examples.ts';
import { expect, test } from 'vitest';
import type { Channel } from '../conversation.ts';
import { isNoReply } from '../no-reply.ts';
import { noReplyToNoReplyAddress } from './no-reply-to-no-reply-address.ts';

const to = (address: string, channel: Channel = 'email') => ({
  draft: { channel, to: address, subject: 'Re: Boiler', body: 'We come on Tuesday.' },
});

examples(noReplyToNoReplyAddress, {
  breaks: [
    to('"no-reply"@shop.example'),
    to('Ana Torres <NoReply@Shop.example>'),
    to('ana@home.example, Orders <orders-noreply@shop.example>'),
    to('ｎｏ－ｒｅｐｌｙ@shop.example'),
    to('no-reply+4711@shop.example'),
    to('do_not_reply.billing@shop.example'),
    to('nicht-antworten@laden.example'),
    to('MAILER-DAEMON@mx.example'),
    to('bounce+12=ana@shop.example'),
  ],
  keeps: [
    to('"no-reply@shop.example" <ana@home.example>'),
    to('No Reply <ana@home.example>'),
    to('ana@noreply.example'),
    to('tom.noreplyson@home.example'),
    to('donot@home.example'),
    to('bounce.house@parties.example'),
    to('replies@home.example'),
    to(''),
    to('no-reply@shop.example', 'chat'),
  ],
});

test('R-138 The refusal names the address nobody reads', () =>
  expect(noReplyToNoReplyAddress.because?.(to('ana@home.example, Shop <noreply@shop.example>'))).toBe(
    'noreply@shop.example is such an address.',
  ));

withCollected('desk-text-cases/noreply.json', 'R-138 Collected addresses fall on the right side', (read) => {
  const cases = JSON.parse(read()) as { noreply: string[]; normal: string[] };
  expect(cases.noreply.filter((address) => !isNoReply(address))).toEqual([]);
  expect(cases.normal.filter(isNoReply)).toEqual([]);
});
