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

export const setSingleKeys = command({
  spec: ownDesk.setSingleKeys,
  facts: async (read, { by }): Promise<Facts> => ({ own: await read.take(ownStore, by.id) }),
  rules: [],
  decide: ({ own }, { by, input: { on } }): OwnDeskEvent[] => ((own?.singleKeys ?? true) === on ? [] : [{ type: 'own.singleKeysSet', personId: by.id, on }]),
});

export const putAwayFirstSteps = command({
  spec: ownDesk.putAwayFirstSteps,
  facts: async (read, { by }): Promise<Facts> => ({ own: await read.take(ownStore, by.id) }),
  rules: [],
  decide: ({ own }, { by }): OwnDeskEvent[] => (own?.firstStepsAway ? [] : [{ type: 'own.firstStepsPutAway', personId: by.id }]),
});

/** No history: what somebody looks at is nobody else's matter. */
export const showView = command({
  spec: ownDesk.showView,
  facts: () => Promise.resolve({}),
  rules: [],
  history: false,
  decide: () => [],
  soft: (_, { by, input }) => [
    {
      sql: 'insert into last_views (person_id, view) values (?, ?::jsonb) on conflict (person_id) do update set view = excluded.view',
      values: [by.id, JSON.stringify(input)],
    },
  ],
});
