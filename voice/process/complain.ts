/** One line for the log: what went wrong, and why as far as known. */
export type Complain = (what: string, why?: unknown) => void;

export const complain: Complain = (what, why) => {
  const reason = why instanceof Error ? (why.stack ?? why.message) : why === undefined ? '' : JSON.stringify(why);
  process.stderr.write(`${JSON.stringify({ level: 'error', at: new Date().toISOString(), what, why: reason })}\n`);
};
