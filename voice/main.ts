import { thisMachine } from './provider/machine.ts';
import { assemble } from './process/assemble.ts';
import { complain } from './process/complain.ts';
import { serveParent } from './process/serve.ts';
import { survive } from './process/survive.ts';
import { readVoiceSettings } from './process/settings.ts';
import type { ToProcess } from './process/words.ts';

const settings = readVoiceSettings(process.env);
if ('faults' in settings) {
  process.stderr.write(`The voice settings are not right:\n${settings.faults.map((fault) => `  ${fault}\n`).join('')}`);
  process.exit(2);
}
const voice = await assemble(settings, complain);

survive(voice.broke, complain);

let isStopping = false;
const stop = () => {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(1), 5000).unref();
  void voice.close().finally(() => process.exit(0));
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

if (process.send) {
  const send = process.send.bind(process);
  const take = serveParent(voice, {
    machine: thisMachine, pulse: voice.pulse, stop, complain: (error) => complain('A wish broke', error),
    // The desk may go while a word is on its way; what is not told then is asked for by whoever comes next.
    send: (word) => { if (process.connected) send(word, undefined, undefined, () => {}); },
  });
  process.on('message', (word) => take(word as ToProcess));
  // Nobody is left who knows whose calls these are.
  process.on('disconnect', stop);
} else {
  const { serveAlone } = await import('./alone/serve.ts');
  await serveAlone(voice, { port: Number(process.env.VOICE_PORT ?? 4010), say: (text) => process.stdout.write(`${text}\n`) });
}
