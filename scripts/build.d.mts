/** Answers whether anything had to be built. */
export declare const build: (say?: (text: string) => void) => Promise<boolean>;
