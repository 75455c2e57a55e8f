import { betterAuth } from 'better-auth';
import { PostgresDialect, type PostgresPool } from 'kysely';
import type { Pool } from 'pg';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { prepared } from '../../platform/prepared.ts';

const SESSION_HOURS = 12;

/**
 * The flows of signing in. Its routes stay closed: our doors call it, after our own guards.
 * Its users are the view of active people, so it can neither make nor change one.
 */
export const signInFlows = (pool: Pool, secret: string, url: string) =>
  betterAuth({
    baseURL: url,
    secret,
    database: { dialect: new PostgresDialect({ pool: poolWithDates(pool) }), type: 'postgres', transaction: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    user: {
      modelName: 'auth_users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'auth_sessions',
      expiresIn: SESSION_HOURS * 3600,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'auth_accounts',
      fields: {
        userId: 'user_id',
        providerId: 'provider_id',
        accountId: 'account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    databaseHooks: {
      session: {
        create: { before: async (session) => ({ data: { ...session, expiresAt: await endOfSession(pool) } }) },
      },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: 'firstline',
      useSecureCookies: url.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
      // With joins a known address costs one statement, as an unknown one does: the time tells nothing.
      database: { generateId: () => uuidv7(), validateSchema: false, joins: true },
    },
  });

export type SignInFlows = ReturnType<typeof signInFlows>;

/** By the database's clock, which every node asks when it looks whether a session still holds. */
const endOfSession = async (pool: Pool): Promise<Date> => {
  const { rows } = await pool.query<{ end: string }>(
    prepared('select desk_now() + make_interval(hours => $1) as end', [SESSION_HOURS]),
  );
  return new Date(rows[0]?.end ?? 0);
};

/** Our pool reads times as text; better-auth compares them as dates, and a text is never older than a date. */
const poolWithDates = (pool: Pool) =>
  ({
    connect: async () => {
      const client = await pool.connect();
      return {
        query: (text: string, values: readonly unknown[]) => client.query({ text, values: [...values], types: pg.types }),
        release: () => client.release(),
      };
    },
    end: () => Promise.resolve(),
    // Kysely names more shapes of a query than it asks.
  }) as unknown as PostgresPool;
