import { readFileSync } from 'node:fs';

const TEXT = /\.([cm]?[jt]sx?|json|md|sql|css|html|sh|ya?ml)$/;

/** Where a pattern stands in the house's text files, as path:line. Lockfiles and generated data have their own checks. */
export const linesWith = (pattern: RegExp, files: string[]): string[] =>
  files
    .filter((path) => TEXT.test(path) && path !== 'package-lock.json')
    .flatMap((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}`] : [])),
    );
