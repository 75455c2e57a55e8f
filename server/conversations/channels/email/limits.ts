/** What the mail door and the way out hold themselves to. A peer may be slow, broken or hostile. */
export const limits = {
  /** Connections at the same time; a further one is told to come again. */
  connections: 100,
  connectionsOfOneAddress: 50,
  /** Seconds without a byte, and minutes altogether, before a connection is closed. */
  idleSeconds: 60,
  connectionMinutes: 15,
  recipients: 100,
  /** Of a mail this much is kept to be read. The insides of attachments go to the disk, endless texts pass by unkept. */
  keptBytes: 3 * 1024 * 1024,
  keptBytesOfOnePart: 1024 * 1024,
  keptBytesOfHeaders: 128 * 1024,
  keptLines: 30_000,
  keptBorders: 1000,
  /** The same for all mails that are coming in at this moment; beyond it senders are told to come again. */
  keptBytesAltogether: 64 * 1024 * 1024,
  /** Attachments of one mail, and bytes on the disk of all mails that are coming in; what is beyond is named and not kept. */
  attachments: 100,
  asideBytesAltogether: 1024 * 1024 * 1024,
  nestingDepth: 100,
  forwardedDepth: 2,
  /** Characters of a message. Every screen that has the thread open gets them in one piece of the push stream. */
  textLength: 200_000,
  /** Mails that are read and committed at the same moment. */
  takenAtOnce: 4,
  /** Tries to give a mail to the mail server before it counts as failed: about twelve minutes with the pauses between. */
  sendingTries: 6,
  /** One try takes less than a job's lease, so that no other node begins the same mail meanwhile. */
  sendingSeconds: 40,
  /** Bytes of a mail server's words that are shown. */
  saidLength: 300,
} as const;
