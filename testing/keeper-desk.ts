import { openDesk } from './open-desk.ts';

/** A desk with somebody who keeps its settings. */
export const openKeeperDesk = async () => {
  const desk = await openDesk();
  return { ...desk, keeper: await desk.person('Max Obi', ['administrator']) };
};

export type KeeperDesk = Awaited<ReturnType<typeof openKeeperDesk>>;
