import type { Recorded } from '../event.ts';

/** A view of the queue that a person gave a name. */
export type SavedView = { id: string; name: string; queueId?: string; taskType?: string; order: 'priority' | 'due' | 'oldest' | 'newest' };

/** How a person wants to hear of a new task, beside the screen itself. */
export type Notices = { sound: boolean; desktop: boolean; mail: boolean };

export type FirstScreen = 'work' | 'contacts';

/** What a person arranged for themselves; the id is theirs. */
export type OwnDesk = { id: string; version: number; views: SavedView[]; notices: Notices; firstScreen: FirstScreen; /** Bare letters act. */ singleKeys: boolean; /** The first steps with a new desk were put away. */ firstStepsAway: boolean };

/** What of the queue is shown. */
export type ShownView = Omit<SavedView, 'id' | 'name'>;

export type OwnDeskEvent =
  | { type: 'own.viewsSet'; personId: string; personal: { views: SavedView[] } }
  | { type: 'own.noticesSet'; personId: string; notices: Notices }
  | { type: 'own.firstScreenSet'; personId: string; firstScreen: FirstScreen }
  | { type: 'own.singleKeysSet'; personId: string; on: boolean }
  | { type: 'own.firstStepsPutAway'; personId: string };

/** As everybody begins: the screen shows new tasks, and nothing makes a noise. */
export const BARE: Omit<OwnDesk, 'id' | 'version'> = { views: [], notices: { sound: false, desktop: false, mail: false }, firstScreen: 'work', singleKeys: true, firstStepsAway: false };

/** The only place where an own desk changes. */
export const evolveOwnDesk = (own: OwnDesk | undefined, event: Recorded<OwnDeskEvent>): OwnDesk => {
  const known = { ...BARE, ...own, id: event.personId, version: event.version };
  switch (event.type) {
    case 'own.viewsSet':
      return { ...known, views: event.personal.views };
    case 'own.noticesSet':
      return { ...known, notices: event.notices };
    case 'own.firstScreenSet':
      return { ...known, firstScreen: event.firstScreen };
    case 'own.singleKeysSet':
      return { ...known, singleKeys: event.on };
    case 'own.firstStepsPutAway':
      return { ...known, firstStepsAway: true };
  }
};
