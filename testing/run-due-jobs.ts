import type { Desk } from '@firstline/server/platform/desk.ts';
import { jobsWorker } from '@firstline/server/platform/jobs.ts';

/** Does what is due and waits for it. Answers whether anything was. */
export const runDueJobs = async (desk: Desk): Promise<boolean> => {
  const worker = jobsWorker(desk, 50);
  const taken = await worker.takeMore();
  await worker.finish();
  return taken > 0;
};
