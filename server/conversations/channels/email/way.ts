import type { Pool } from 'pg';
import type { Config } from '../../../platform/config.ts';
import type { Desk } from '../../../platform/desk.ts';
import { smtpPost, type Post } from './post.ts';

type MailConfig = Partial<Pick<Config, 'mailUrl' | 'mailFrom' | 'mailTrustedRelay' | 'smtpPort'>>;
type Way = { post?: Post; config?: MailConfig };

// A desk is known by its pool: reactions are written down once and serve every desk of the process.
const ways = new WeakMap<Pool, Way>();

/** Says which way mail leaves this desk. Without one every mail fails, and says so. */
export const useMailServer = (desk: Pick<Desk, 'pool'>, config: MailConfig): void =>
  void ways.set(desk.pool, { config, post: config.mailUrl ? smtpPost(config.mailUrl) : undefined });

export const usePost = (desk: Pick<Desk, 'pool'>, post: Post | undefined): void => void ways.set(desk.pool, { ...ways.get(desk.pool), post });

export const mailWay = (desk: Pick<Desk, 'pool'>): Way => ways.get(desk.pool) ?? {};

/** The sender of mail from the desk itself, and of a queue that has no address of its own. */
export const ownAddress = (desk: Pick<Desk, 'pool'>): string => mailWay(desk).config?.mailFrom ?? 'desk@localhost.localdomain';
