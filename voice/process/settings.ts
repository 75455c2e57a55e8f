import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { z } from 'zod';
import type { DoorSettings } from '../built-in/browser-lines.ts';
import { CAREFUL, type TrunkConfig } from '../sip/trunk-config.ts';
import type { Music } from '../sound/music.ts';
import { musicOf, promptsIn } from './sounds.ts';

export type VoiceSettings = { door: DoorSettings; phonePorts: [number, number]; trunks: TrunkConfig[]; mostLegs: number; recordings: string; prompts: Map<string, Float32Array>; music: Music[]; refuseAboveMs: number };

const address = z.string().refine((text) => isIP(text) > 0, 'is no IP address');
const list = z.string().transform((text) => text.split(',').map((part) => part.trim()).filter((part) => part !== ''));
const json = <Shape extends z.ZodType>(shape: Shape) =>
  z.string().transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'is no JSON' });
      return z.NEVER;
    }
  }).pipe(shape);

/** Sound files are read with the settings, so that a bad one is named before anybody calls. */
const read = <From, To>(make: (from: From) => To) => (from: From, context: { addIssue: (issue: { code: 'custom'; message: string }) => void }): To => {
  try {
    return make(from);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
    return z.NEVER;
  }
};

const trunk = z.object({
  name: z.string().min(1),
  server: z.object({ host: z.string().min(1), port: z.int().optional(), domain: z.string().optional() }),
  transport: z.enum(['udp', 'tcp', 'tls']),
  local: z.object({ address, port: z.int().min(0), told: address.optional() }),
  callerId: z.string(),
}).loose();

const environment = z.object({
  VOICE_UDP_PORTS: z.string().regex(/^\d{4,5}-\d{4,5}$/, 'is written as 40000-40199').default('40000-40199'),
  VOICE_PUBLIC_ADDRESS: address.optional(),
  VOICE_ADDRESSES: list.pipe(z.array(address).max(2)).default([]),
  VOICE_IPV6: z.enum(['on', 'off']).default('off'),
  VOICE_TURN: json(z.array(z.object({ urls: z.array(z.string()), secret: z.string() }))).default([]),
  VOICE_TRUNKS: json(z.array(trunk)).default([]),
  VOICE_LEGS: z.coerce.number().int().min(2).max(200).default(20),
  VOICE_RECORDINGS: z.string().default('data/recordings'),
  VOICE_PROMPTS: z.string().optional().transform(read(promptsIn)),
  VOICE_MUSIC: list.default([]).transform(read(musicOf)),
  /** A mixer that is later than this takes no further call; 0: it takes every call. */
  VOICE_LATE_MS: z.coerce.number().min(0).default(20),
});

/** Reads the settings once. Answers all their faults at a time, in words an administrator can act on. */
export const readVoiceSettings = (env: NodeJS.ProcessEnv): VoiceSettings | { faults: string[] } => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) return { faults: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
  const set = parsed.data;
  const [from, to] = set.VOICE_UDP_PORTS.split('-').map(Number) as [number, number];
  if (to - from < 39 || to > 65_535) return { faults: ['VOICE_UDP_PORTS: needs at least 40 ports, the first named first.'] };
  // Browsers and phones look for free ports in different ways, so each has its own part.
  const border = from + 4 * Math.floor((to - from + 1) * 0.15);
  return {
    door: {
      udpPorts: [from, border - 1],
      publicAddress: set.VOICE_PUBLIC_ADDRESS,
      addresses: set.VOICE_ADDRESSES,
      ipv6: set.VOICE_IPV6 === 'on',
      turn: set.VOICE_TURN,
      // Legs do not outlive the process, so neither need their tokens.
      tokenSecret: randomBytes(32).toString('base64url'),
    },
    phonePorts: [border, to],
    trunks: set.VOICE_TRUNKS.map((given) => ({ ...CAREFUL, ...given }) as TrunkConfig),
    mostLegs: set.VOICE_LEGS,
    recordings: set.VOICE_RECORDINGS,
    prompts: set.VOICE_PROMPTS,
    music: set.VOICE_MUSIC,
    refuseAboveMs: set.VOICE_LATE_MS,
  };
};
