import { ownDesk } from '@firstline/contract/own-desk.ts';
import type { NoticeEvent } from '@firstline/domain/tasks/notice.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { noticeStore } from '../own-stores.ts';

export const settleNotice = command({
  spec: ownDesk.settleNotice,
  facts: async (read, { input }) => (await read.take(noticeStore, input.noticeId)) ?? NOT_THERE,
  rules: [],
  decide: ({ id, state }, { input: { outcome, cause } }): NoticeEvent[] =>
    state === 'queued' ? [{ type: 'notice.settled', noticeId: id, outcome, ...(cause && { cause }) }] : [],
});
