import type { Made } from './made.ts';
import { camel, pascal, sentence } from './names.ts';

/** `npm run new channel <name>`: all that one channel knows, in one folder. */
export const newChannel = (name: string): Made => {
  const folder = `server/conversations/channels/${name}`;
  return {
    files: {
      [`${folder}/limits.ts`]: limitsFile(name),
      [`${folder}/provider.ts`]: providerFile(name),
      [`${folder}/receive.ts`]: receiveFile(name),
      [`${folder}/send.ts`]: sendFile(name),
      [`${folder}/simulator.ts`]: simulatorFile(name),
      [`${folder}/${name}.test.ts`]: testFile(name),
      [`${folder}/fixtures/plain.json`]: `${JSON.stringify({ from: '+1 555 0100', to: '+1 555 0199', text: 'The tap drips.' }, null, 2)}\n`,
    },
    changes: {},
    next: [
      `Replace ${folder}/fixtures by real messages, with everything private taken out.`,
      `Let conversations.receive in contract/conversations.ts take '${name}', and the Channel of domain/conversations too.`,
      'Send as a reaction to message.queued, and report back by conversations.settle: sent, failed or unknown.',
    ],
  };
};

const limitsFile = (name: string) => `/** What one message may hold on ${sentence(name)}, as the provider states it. */
export const limits = { characters: 1600 };
`;

const providerFile = (name: string) => `/** What the desk wants of whoever carries ${sentence(name)}. The key makes asking twice one message. */
export type ${pascal(name)}Provider = {
  deliver: (message: { to: string; text: string; key: string }) => Promise<{ id: string }>;
};
`;

const receiveFile = (name: string) => `/** What a customer wrote, as the provider tells it. Anything else is not a message of ours. */
export type ${pascal(name)}Received = { from: string; to: string; text: string };

export const receive${pascal(name)} = (told: unknown): ${pascal(name)}Received | undefined => {
  if (typeof told !== 'object' || told === null) return undefined;
  const { from, to, text } = told as Record<string, unknown>;
  return typeof from === 'string' && typeof to === 'string' && typeof text === 'string' ? { from, to, text } : undefined;
};
`;

const sendFile = (name: string) => `import { limits } from './limits.ts';
import type { ${pascal(name)}Provider } from './provider.ts';

export type Outcome = { outcome: 'sent'; id: string } | { outcome: 'failed' | 'unknown'; cause: string };

/** Hands a message to the provider. Whether an error came before or after delivery cannot be told: that is "unknown". */
export const send${pascal(name)} = async (
  provider: ${pascal(name)}Provider,
  message: { to: string; text: string; key: string },
): Promise<Outcome> => {
  if (message.text.length > limits.characters) return { outcome: 'failed', cause: \`longer than \${limits.characters} characters\` };
  try {
    const { id } = await provider.deliver(message);
    return { outcome: 'sent', id };
  } catch (error) {
    return { outcome: 'unknown', cause: error instanceof Error ? error.message : String(error) };
  }
};
`;

const simulatorFile = (name: string) => `import type { ${pascal(name)}Provider } from './provider.ts';

/** Plays the provider on a laptop, so that the desk runs and is tested without an account. */
export const simulate${pascal(name)} = (): ${pascal(name)}Provider & { delivered: ReadonlyMap<string, { to: string; text: string }> } => {
  const delivered = new Map<string, { to: string; text: string }>();
  return {
    delivered,
    deliver: async ({ to, text, key }) => {
      delivered.set(key, { to, text });
      return { id: \`simulated-\${key}\` };
    },
  };
};
`;

const testFile = (name: string) => `import { expect, test } from 'vitest';
import plain from './fixtures/plain.json' with { type: 'json' };
import { limits } from './limits.ts';
import { receive${pascal(name)} } from './receive.ts';
import { send${pascal(name)} } from './send.ts';
import { simulate${pascal(name)} } from './simulator.ts';

test('a message from the provider is read, and anything else is not', () => {
  expect(receive${pascal(name)}(plain)).toEqual(plain);
  expect(receive${pascal(name)}({ from: plain.from })).toBeUndefined();
});

test('a message asked for twice under one key is delivered once', async () => {
  const ${camel(name)} = simulate${pascal(name)}();
  const message = { to: plain.from, text: 'We come on Tuesday.', key: 'm1' };
  await send${pascal(name)}(${camel(name)}, message);
  expect(await send${pascal(name)}(${camel(name)}, message)).toEqual({ outcome: 'sent', id: 'simulated-m1' });
  expect(${camel(name)}.delivered.size).toBe(1);
});

test('a message beyond the limit is not tried', async () => {
  const ${camel(name)} = simulate${pascal(name)}();
  const long = { to: plain.from, text: 'x'.repeat(limits.characters + 1), key: 'm2' };
  expect(await send${pascal(name)}(${camel(name)}, long)).toMatchObject({ outcome: 'failed' });
  expect(${camel(name)}.delivered.size).toBe(0);
});
`;
