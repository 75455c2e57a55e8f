import type { Recorded } from '../event.ts';
import type { Role } from './role.ts';

/** What lets a program in: it acts under its own name, with roles and queues of its own, and maybe through some doors only. */
export type Token = {
  id: string;
  version: number;
  name: string;
  roles: Role[];
  queueIds: string[];
  /** Names of the commands and queries it is for; every door of its roles when empty. */
  only: string[];
  madeBy: string;
  madeAt: string;
  status: 'active' | 'revoked';
};

export type TokenEvent =
  | { type: 'token.made'; tokenId: string; name: string; roles: Role[]; queueIds: string[]; only: string[] }
  | { type: 'token.revoked'; tokenId: string };

/** The only place where a token changes. The secret itself is never part of it. */
export const evolveToken = (token: Token | undefined, event: Recorded<TokenEvent>): Token => {
  switch (event.type) {
    case 'token.made': {
      const { tokenId, name, roles, queueIds, only, by, at, version } = event;
      return { id: tokenId, version, name, roles, queueIds, only, madeBy: by, madeAt: at, status: 'active' };
    }
    case 'token.revoked':
      return { ...(token as Token), version: event.version, status: 'revoked' };
  }
};
