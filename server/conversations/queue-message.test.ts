import { expect, test } from 'vitest';
import { queueMessage, type Sending } from './queue-message.ts';

const sending: Sending = {
  conversation: { id: 'c1' },
  draft: { channel: 'email', to: ' dana@customer.example ', subject: 'Re: Furnace', body: 'Hello' },
  body: 'Hello\n\nAR',
  by: { name: 'Ana Reyes' },
  fromAddress: 'support@house.example',
  newId: () => 'm1',
  token: 'T',
  lastMessages: [],
};

test('A mail leaves from our address with what the desk added, under a Message-ID of our domain', () =>
  expect(queueMessage(sending)).toEqual({
    type: 'message.queued',
    messageId: 'm1',
    conversationId: 'c1',
    channel: 'email',
    rfcId: '<m1.T@house.example>',
    answers: undefined,
    personal: { from: 'support@house.example', fromName: 'Ana Reyes', to: 'dana@customer.example', subject: 'Re: Furnace', text: 'Hello\n\nAR' },
  }));

test.each([
  [['in <a@x>', 'in <b@x>', 'out <c@y>'], '<b@x>'],
  [['out <c@y>', 'out <d@y>'], '<d@y>'],
  [['in <a@x>', 'in <0a@missing.invalid>'], '<a@x>'],
  [['in <0a@missing.invalid>'], undefined],
])('After %j it answers %s', (said, answers) => {
  const lastMessages = said.map((line) => ({ direction: line.split(' ')[0] as 'in' | 'out', rfcId: line.split(' ')[1] ?? '' }));
  expect(queueMessage({ ...sending, lastMessages }).type === 'message.queued' && queueMessage({ ...sending, lastMessages })).toMatchObject({ answers });
});

test.each([['Support@House.EXAMPLE', '<m1.T@house.example>'], ['no address', '<m1.T@localhost.localdomain>'], ['a@b\r\nX: y', '<m1.T@localhost.localdomain>']])(
  'From %j the Message-ID is %s',
  (fromAddress, rfcId) => expect(queueMessage({ ...sending, fromAddress })).toMatchObject({ rfcId }),
);
