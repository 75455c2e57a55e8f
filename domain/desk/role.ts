/** The parts people play. What each may ask stands in the contract, beside the shape. */
export const ROLES = [
  'agent',
  'supervisor',
  'manager',
  'account-team',
  'back-office',
  'dispatcher',
  'reviewer',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];

/** Who asks when no person does: the machinery, the clock, a customer at the door. */
export const VOICES = ['system', 'clock', 'customer'] as const;
export type Voice = (typeof VOICES)[number];

/** Somebody who asks the desk for something. */
export type Actor = {
  id: string;
  name: string;
  /** Ends each email this person sends. */
  initials: string;
  roles: readonly (Role | Voice)[];
  queueIds: readonly string[];
  /** What they can do; nothing special when absent. */
  skills?: readonly string[];
  /** It is a program, and these are the doors it is for; all of its roles' doors when empty. */
  only?: readonly string[];
};

/** Whether nobody did it: an id among these is no person’s. */
export const isVoice = (id: string): id is Voice => VOICES.some((name) => name === id);

export const voice = (name: Voice): Actor => ({ id: name, name, initials: '', roles: [name], queueIds: [] });

/** Roles that reach every queue. */
export const LEADING: readonly Role[] = ['supervisor', 'manager', 'administrator'];

/** A person who leads others: takes over, reassigns, decides waivers, and reaches every queue. */
export const leads = (actor: Pick<Actor, 'roles'>): boolean => LEADING.some((role) => actor.roles.includes(role));

/** Whether work of this queue is this person's to see. */
export const reaches = (actor: Actor, queueId: string): boolean =>
  leads(actor) || actor.roles.includes('system') || actor.roles.includes('clock') || actor.queueIds.includes(queueId);

/** Whether somebody with these roles, or a program with these doors, may come through this one. */
export const mayEnter = ({ roles, only = [] }: Pick<Actor, 'roles' | 'only'>, door: { name: string; who: readonly (Role | Voice)[] }): boolean =>
  roles.some((role) => door.who.includes(role)) && (only.length === 0 || only.includes(door.name));
