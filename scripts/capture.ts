import { spawn } from 'node:child_process';

/** Runs a program to its end and hands back all it said. */
export const capture = (command: string, args: string[]): Promise<{ code: number; said: string; complained: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let complained = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, said, complained }));
  });
