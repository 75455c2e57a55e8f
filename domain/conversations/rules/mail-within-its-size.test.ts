import { examples } from '@firstline/testing/examples.ts';
import { mailWithinItsSize } from './mail-within-its-size.ts';

const MB = 1024 * 1024;
const mail = (sizes: number[], body = 'Hi', emailBytes: number | undefined = 40 * MB, channel: 'email' | 'chat' = 'email') => ({
  draft: { channel, to: 'dana@customer.example', subject: 'Hi', body },
  attached: sizes.map((bytes) => ({ bytes })),
  ...(emailBytes && { emailBytes }),
});

examples(mailWithinItsSize, {
  breaks: [mail([30 * MB]), mail([15 * MB, 15 * MB]), mail([], 'x'.repeat(30), 40), mail([0], 'x', 100)],
  keeps: [mail([28 * MB]), mail([]), mail([30 * MB], 'Hi', 50 * MB), mail([50 * MB], 'Hi', 40 * MB, 'chat'), mail([50 * MB], 'Hi', 0)],
});
