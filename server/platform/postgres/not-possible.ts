/** Said to the person at the console in plain words: what is wrong, and what to do. Needs no stack trace. */
export class NotPossible extends Error {
  override name = 'NotPossible';
}
