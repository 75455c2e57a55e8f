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
  /** Seconds after a browser was closed in which its task stays assigned, whatever else the clock says. */
  closedBrowserSeconds: 60,
  /** Hours a task waits for its customer when nobody chooses otherwise. */
  parkHours: 48,
  /** Minutes a task that came back waits for its agent before anybody may take it. */
  reservedMinutes: 30,
  /** Seconds in which a claim can be taken back as if it had not been. */
  undoClaimSeconds: 60,
  /** Seconds in which a close can be taken back. */
  undoCloseSeconds: 300,
  /** Seconds after a claim in which a strip leads through summary, sub-tasks and conversation. */
  orientationSeconds: 30,
  /** Minutes after the last contact before the desk asks whether the task can be closed. */
  closePromptMinutes: 10,
  /** Longest a call keeps a task from being given back: one that never reports its end does not hold it for ever. */
  longestCallMinutes: 240,
  /** Seconds a screen waits between two reports that its agent is active. */
  activityReportSeconds: 5,
  /** Minutes in which a customer has a first answer, where a queue says nothing else. */
  firstAnswerMinutes: 240,
  /** Percent of that time that are left when the desk begins to warn. */
  answerWarningPercent: 25,
  /** Largest email, with everything in it, that the desk takes or sends. */
  emailBytes: 40 * 1024 * 1024,
};

export type Policy = typeof policy;
