/** What a new thing needs: whole files, files that change, and what is left to its author. */
export type Made = { files: Record<string, string>; changes: Record<string, string>; next: string[] };

/** Something asked for that cannot be made; the sentence says why. */
export class NotMade extends Error {}
