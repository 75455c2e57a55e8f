/** As much of a file as is written to. */
export type Appendable = {
  appendFile: (data: Buffer) => Promise<void>;
  write: (data: Buffer, offset: number, length: number, position: number) => Promise<unknown>;
  datasync: () => Promise<void>;
  close: () => Promise<void>;
};

/** More than this waits only when the disk no longer takes anything: about a minute of sound. */
const MOST_WAITING = 4_000_000;

/** Writes behind the back of whoever has no time: one piece after the other, each safely on the disk before the next. */
export const createAppender = (file: Appendable, failed: (error: unknown) => void) => {
  let last: Promise<void> = Promise.resolve();
  let [bytes, waiting, broken] = [0, 0, false];

  const fail = (error: unknown) => {
    if (!broken) failed(error);
    broken = true;
  };

  return {
    append: (data: Buffer) => {
      if (waiting + data.length > MOST_WAITING) return fail(new Error('The disk takes no more sound.'));
      waiting += data.length;
      last = last.then(async () => {
        try {
          if (broken) return;
          await file.appendFile(data);
          await file.datasync();
          bytes += data.length;
        } catch (error) {
          fail(error);
        } finally {
          waiting -= data.length;
        }
      });
    },
    done: () => last,
    /** Bytes that are safe. */
    bytes: () => bytes,
    /** Writes the head anew, now that it is known, and closes. False, when something was lost. */
    finish: async (head?: Buffer): Promise<boolean> => {
      await last;
      try {
        if (head && !broken) {
          await file.write(head, 0, head.length, 0);
          await file.datasync();
        }
      } catch (error) {
        fail(error);
      }
      await file.close().catch(fail);
      return !broken;
    },
  };
};
