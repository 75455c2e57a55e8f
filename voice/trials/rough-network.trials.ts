import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { continuity } from '@firstline/testing/voice/continuity.ts';
import { humming, opus, pcmu } from '@firstline/testing/voice/far-phone.ts';
import { throughNetwork, type Network } from '@firstline/testing/voice/rough-network.ts';
import { estimatedOpinion } from '../quality/e-model.ts';
import { chart } from './chart.ts';
import { speechLikeness } from './speech-likeness.ts';
import { spokenPrompt } from './spoken.ts';

/** `npx tsx voice/trials/rough-network.trials.ts --save docs/sound-on-a-rough-network`: the figures as a table (.md) and a chart (.svg). */
const { values } = parseArgs({ options: { save: { type: 'string' } } });

const TONE = 440;
const NETWORKS: [string, Network][] = [
  ['even', {}],
  ['1 % lost', { loss: 0.01 }],
  ['5 % lost', { loss: 0.05 }],
  ['10 % lost', { loss: 0.1 }],
  ['60 ms jitter', { jitterMs: 60 }],
  ['10 % overtaken', { reordered: 0.1 }],
  ['clock +200 ppm', { driftPpm: 200 }],
  ['60 ms jitter, 5 % lost, +200 ppm', { jitterMs: 60, loss: 0.05, driftPpm: 200 }],
];

const speech = spokenPrompt();
const percent = (share: number) => (100 * share).toFixed(1);

const rows = [opus, pcmu].flatMap((codec) => {
  const say = (network: Network, conceals: boolean) =>
    speech && throughNetwork({ codec, says: speech.frame, seconds: speech.seconds, network, conceals }).sound;
  const clean = say({}, true);
  return NETWORKS.map(([name, network]) => {
    const hum = (conceals: boolean) => throughNetwork({ codec, says: humming(TONE), seconds: 30, network, conceals });
    const [bare, mended] = [hum(false), hum(true)];
    const whole = ({ sound }: typeof bare) => continuity(sound, TONE, 20 * Math.log10(0.2));
    // Where the delay moves, sample no longer lies on sample, and the speech cannot be compared.
    const comparable = clean && network.jitterMs === undefined && network.driftPpm === undefined;
    const likeness = (conceals: boolean) => (comparable ? speechLikeness(clean, say(network, conceals)!).toFixed(3) : '–');
    const { bufferMs, missing } = mended.measures;
    return {
      codec: codec.name, name, before: whole(bare), after: whole(mended),
      cells: [codec.name, name, percent(whole(bare)), percent(whole(mended)), likeness(false), likeness(true), bufferMs.toFixed(0),
        estimatedOpinion({ codec: codec.name, delayMs: 72 + bufferMs, lost: missing }).toFixed(2)],
    };
  });
});

const HEAD = ['Codec', 'Network', 'Tone whole, no guess %', 'Tone whole, guessed %', 'Speech, no guess', 'Speech, guessed', 'Buffer ms', 'Opinion (E-model)'];
const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = [line(HEAD), line(HEAD.map(() => '---')), ...rows.map(({ cells }) => line(cells))].join('\n');
console.log(table);

if (values.save) {
  writeFileSync(`${values.save}.md`, `${introduction()}\n\n${table}\n\n![Share of the tone that is whole](${values.save.split('/').at(-1)}.svg)\n`);
  writeFileSync(`${values.save}.svg`, chart(rows.map(({ codec, name, before, after }) => ({ label: `${codec}, ${name}`, before, after }))));
}

function introduction() {
  return `# What a rough network does to a call

Made by \`npx tsx voice/trials/rough-network.trials.ts --save docs/sound-on-a-rough-network\`; chance is seeded, so the figures come again.

"Tone whole": share of the 10 ms pieces of a 440 Hz tone (30 s) that are within 3 dB of its loudness. "Speech": how much of the
shape of an espeak-ng prompt is left, 1 is all; a measure built after STOI, not STOI itself. "No guess" leaves silence where a
packet is missing. The opinion is the E-model's estimate (ITU-T G.107) and knows nothing of how well was guessed.`;
}
