import { ownDesk } from '@firstline/contract/own-desk.ts';
import type { OwnDesk, OwnDeskEvent } from '@firstline/domain/tasks/own-desk.ts';
import { command } from '../../platform/command.ts';
import { ownStore } from '../own-stores.ts';

type Facts = { own?: OwnDesk };

export const setViews = command({
  spec: ownDesk.setViews,
  facts: async (read, { by }): Promise<Facts> => ({ own: await read.take(ownStore, by.id) }),
  rules: [],
  decide: (_, { by, input: { views } }): OwnDeskEvent[] => [
    { type: 'own.viewsSet', personId: by.id, personal: { views: views.map((view) => ({ ...view, name: view.name.trim() })) } },
  ],
});

export const setNotices = command({
  spec: ownDesk.setNotices,
  facts: async (read, { by }): Promise<Facts> => ({ own: await read.take(ownStore, by.id) }),
  rules: [],
  decide: (_, { by, input }): OwnDeskEvent[] => [{ type: 'own.noticesSet', personId: by.id, notices: input }],
});

export const setFirstScreen = command({
  spec: ownDesk.setFirstScreen,
  facts: async (read, { by }): Promise<Facts> => ({ own: await read.take(ownStore, by.id) }),
  rules: [],
  decide: (_, { by, input }): OwnDeskEvent[] => [{ type: 'own.firstScreenSet', personId: by.id, firstScreen: input.screen }],
});
