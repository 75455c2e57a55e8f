import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** One asking of one person: what was asked under which key, and what they were told, once they were told. */
export type Asking = {
  personId: string;
  key: string;
  command: string;
  status?: number;
  /** The answer, byte by byte. */
  body?: string;
  /** How often it was asked before it was answered. */
  tries: number;
  /** When it was asked last, by this process's own clock. */
  askedAt: number;
};

export type SentMail = { rfcId: string; isTaken: boolean; tries: number };

export type Ledger = {
  asked: (asking: Asking) => void;
  told: (asking: Asking, status: number, body: string) => void;
  mailed: (mail: SentMail) => void;
  taken: (mail: SentMail) => void;
  askings: () => readonly Asking[];
  mails: () => readonly SentMail[];
  close: () => void;
};

/** The client's own book. What stands in it is on disk before the next word is said, so that nobody's memory has to be believed. */
export const openLedger = (file: string): Ledger => {
  const book = openSync(file, 'a');
  const write = (line: object): void => {
    writeSync(book, `${JSON.stringify(line)}\n`);
    fsyncSync(book);
  };
  const askings: Asking[] = [];
  const mails: SentMail[] = [];
  return {
    asked: (asking) => {
      if (asking.tries++ === 0) askings.push(asking);
      asking.askedAt = performance.now();
      write({ asked: asking.key, by: asking.personId, command: asking.command, tries: asking.tries });
    },
    told: (asking, status, body) => {
      write({ told: asking.key, status, body });
      Object.assign(asking, { status, body });
    },
    mailed: (mail) => {
      if (mail.tries++ === 0) mails.push(mail);
      write({ mailed: mail.rfcId, tries: mail.tries });
    },
    taken: (mail) => {
      write({ taken: mail.rfcId });
      mail.isTaken = true;
    },
    askings: () => askings,
    mails: () => mails,
    close: () => closeSync(book),
  };
};
