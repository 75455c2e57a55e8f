import { evolveNotice, type Notice, type NoticeEvent } from '@firstline/domain/tasks/notice.ts';
import { evolveOwnDesk, type OwnDesk, type OwnDeskEvent } from '@firstline/domain/tasks/own-desk.ts';
import type { Store } from '../platform/store.ts';

export const ownStore: Store<OwnDesk, OwnDeskEvent> = {
  kind: 'own',
  table: 'own_desks',
  columns: { id: 'text', version: 'integer', views: 'jsonb', notices: 'jsonb', firstScreen: 'text', singleKeys: 'boolean', firstStepsAway: 'boolean' },
  evolve: evolveOwnDesk,
  idOf: (event) => event.personId,
  audience: ({ id }) => ({ full: [`person:${id}`], outline: [] }),
};

export const noticeStore: Store<Notice, NoticeEvent> = {
  kind: 'notice',
  table: 'notices',
  columns: { id: 'text', version: 'integer', personId: 'text', taskId: 'text', state: 'text', cause: 'text', at: 'timestamptz' },
  evolve: evolveNotice,
  idOf: (event) => event.noticeId,
  audience: ({ personId }) => ({ full: [], outline: [`person:${personId}`] }),
};
