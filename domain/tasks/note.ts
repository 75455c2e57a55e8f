/** What somebody wrote down for colleagues; customers never see it. */
export type Note = {
  id: string;
  by: string;
  at: string;
  /** What was discussed, or the whole note when it was written in one go. */
  discussed: string;
  agreed?: string;
  mood?: string;
  special?: string;
};
