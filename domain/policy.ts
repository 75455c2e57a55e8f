/** The numbers and word lists of the house. Every one is a setting; these are the shipped values. */
export const policy = {
  /** Attempts that must be logged before a task may close as "Unsuccessful Contact". */
  contactTries: 3,
  /** Tasks one agent may hold at the same moment. */
  tasksPerAgent: 1,
  /** Seconds without activity before the desk asks whether the agent is still there. */
  idleWarningSeconds: 120,
  /** Seconds the question stays before the task returns to its queue. */
  idleAnswerSeconds: 30,
  /** Seconds a screen waits between two reports that its agent is active. */
  activityReportSeconds: 5,
  /** Largest email, with everything in it, that the desk takes or sends. */
  emailBytes: 40 * 1024 * 1024,
};

export type Policy = typeof policy;
