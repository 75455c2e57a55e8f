import type { Pool } from 'pg';
import type { Desk } from '../../platform/desk.ts';
import type { Objects } from '../../platform/objects.ts';

// A desk is known by its pool, as with the way mail leaves it.
const folders = new WeakMap<Pool, Objects>();

/** Says where this desk keeps what is sent along. */
export const useObjects = (desk: Pick<Desk, 'pool'>, objects: Objects): void => void folders.set(desk.pool, objects);

export const objectsOf = (desk: Pick<Desk, 'pool'>): Objects => {
  const objects = folders.get(desk.pool);
  if (!objects) throw new Error('Nobody said where this desk keeps its files.');
  return objects;
};
