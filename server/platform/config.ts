import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';

const port = (standard: number) => z.coerce.number().int().min(0).max(65_535).default(standard);

/** `10.0.0.0/8, ::1` */
const areAddresses = (list: string): boolean =>
  list.split(',').every((part) => {
    const [address = '', bits, ...more] = part.trim().split('/');
    const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
    return most > 0 && more.length === 0 && (bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= most));
  });

const environment = z.object({
  PORT: port(4000),
  HOST: z.string().default('0.0.0.0'),
  SMTP_PORT: port(2525),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  FIRSTLINE_URL: z.url({ protocol: /^https?$/ }).optional(),
  FIRSTLINE_ADMIN_EMAIL: z.email().optional(),
  FIRSTLINE_ADMIN_PASSWORD: z.string().min(10, 'must have at least 10 characters').optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60).default('company account'),
  TRUSTED_PROXY: z.string().refine(areAddresses, 'lists addresses, such as 127.0.0.1').optional(),
  MAIL_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().default('desk@localhost.localdomain'),
  MAIL_TRUSTED_RELAY: z.string().regex(/^[a-z0-9.-]+$/i, 'is the name of a mail server').optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  PREPARED_STATEMENTS: z.enum(['on', 'off']).default('on'),
});

export type Config = {
  port: number;
  host: string;
  smtpPort: number;
  dataDir: string;
  databaseUrl?: string;
  /** What people type to reach the desk; links are made with it. */
  url: string;
  admin?: { email: string; password: string };
  /** The provider of the company's accounts, OpenID Connect; `name` stands on the button. */
  company?: { issuer: string; clientId: string; clientSecret: string; name: string };
  /** Addresses of the reverse proxy in front; its word about who asks is believed. */
  trustedProxy?: string;
  mailUrl?: string;
  mailFrom: string;
  /** Name under which the mail server in front of us signs its Authentication-Results; no other is believed. */
  mailTrustedRelay?: string;
  logLevel: string;
  preparedStatements: boolean;
};

/** Reads the settings once. Answers all their faults at a time, in words an administrator can act on. */
export const readConfig = (env: NodeJS.ProcessEnv): Config | { faults: string[] } => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (Boolean(given.FIRSTLINE_ADMIN_EMAIL) !== Boolean(given.FIRSTLINE_ADMIN_PASSWORD))
    faults.push('FIRSTLINE_ADMIN_EMAIL and FIRSTLINE_ADMIN_PASSWORD: set both or neither.');
  const company = [given.OIDC_ISSUER, given.OIDC_CLIENT_ID, given.OIDC_CLIENT_SECRET];
  if (company.some(Boolean) && !company.every(Boolean)) faults.push('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: set all or none.');
  if (!parsed.success || faults.length > 0) return { faults };
  const set = parsed.data;
  return {
    port: set.PORT,
    host: set.HOST,
    smtpPort: set.SMTP_PORT,
    dataDir: path.resolve(set.DATA_DIR),
    databaseUrl: set.DATABASE_URL,
    url: set.FIRSTLINE_URL ?? `http://localhost:${set.PORT}`,
    admin:
      set.FIRSTLINE_ADMIN_EMAIL && set.FIRSTLINE_ADMIN_PASSWORD
        ? { email: set.FIRSTLINE_ADMIN_EMAIL, password: set.FIRSTLINE_ADMIN_PASSWORD }
        : undefined,
    company:
      set.OIDC_ISSUER && set.OIDC_CLIENT_ID && set.OIDC_CLIENT_SECRET
        ? { issuer: set.OIDC_ISSUER, clientId: set.OIDC_CLIENT_ID, clientSecret: set.OIDC_CLIENT_SECRET, name: set.OIDC_NAME }
        : undefined,
    trustedProxy: set.TRUSTED_PROXY,
    mailUrl: set.MAIL_URL,
    mailFrom: set.MAIL_FROM,
    mailTrustedRelay: set.MAIL_TRUSTED_RELAY,
    logLevel: set.LOG_LEVEL,
    preparedStatements: set.PREPARED_STATEMENTS === 'on',
  };
};
