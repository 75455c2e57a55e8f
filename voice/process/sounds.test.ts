import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { farPhone, humming, opus } from '@firstline/testing/voice/far-phone.ts';
import { level } from '@firstline/testing/voice/level.ts';
import { createMixer } from '../mixer/mixer.ts';
import { toPcm16 } from '../sound/frame.ts';
import { tones } from '../sound/tones.ts';
import { wavHeader } from '../sound/wav.ts';
import { readVoiceSettings, type VoiceSettings } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'firstline-sounds-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, hertz: number) => {
  const pcm = toPcm16(tones([{ hertz, loud: 0.2 }], 2000));
  const path = join(folder, name);
  writeFileSync(path, Buffer.concat([wavHeader({ rate: 48_000, channels: 1 }, pcm.byteLength), Buffer.from(pcm.buffer)]));
  return path;
};
const good = (env: NodeJS.ProcessEnv): VoiceSettings => {
  const settings = readVoiceSettings(env);
  if ('faults' in settings) throw new Error(settings.faults.join());
  return settings;
};

/** What somebody on hold hears after a second. */
const onHold = (settings: VoiceSettings, tune?: string) => {
  const mixer = createMixer({ music: settings.music });
  const phone = farPhone(opus, humming(300));
  mixer.join('call', { leg: 'caller', side: 'customer', transport: phone.transport });
  mixer.hold('caller', true, tune);
  for (let tick = 1; tick <= 75; tick += 1) mixer.tick(tick * 20);
  return phone.heard().slice(24_000);
};

test('who is on hold hears the music of the house, or another of its tunes by name', () => {
  const settings = good({ VOICE_MUSIC: `${file('quiet.wav', 700)}, ${file('lively.wav', 900)}` });
  expect(level(onHold(settings), 700)).toBeGreaterThan(-25);
  expect(level(onHold(settings, 'quiet'), 700)).toBeGreaterThan(-25);
  expect(level(onHold(settings, 'lively'), 900)).toBeGreaterThan(-25);
  expect(level(onHold(settings, 'nobody knows it'), 700)).toBeGreaterThan(-25);
  expect(level(onHold(good({})), 700)).toBeLessThan(-60);
});

test('the WAV files of a folder are prompts by their names, beside the tones that need none', () => {
  file('Closed now.wav', 500);
  expect([...good({ VOICE_PROMPTS: folder }).prompts.keys()].sort()).toEqual(expect.arrayContaining(['Closed now', 'beep', 'busy', 'ringing']));
  expect([...good({}).prompts.keys()]).toEqual(['beep', 'busy', 'ringing']);
});

test('a sound file that is none stops the start, with its name', () => {
  writeFileSync(join(folder, 'song.txt'), 'la la');
  expect(readVoiceSettings({ VOICE_MUSIC: join(folder, 'song.txt'), VOICE_PROMPTS: join(folder, 'nowhere') })).toEqual({
    faults: [expect.stringMatching(/^VOICE_PROMPTS: .*nowhere/), expect.stringMatching(/^VOICE_MUSIC: .*song\.txt is no WAV file/)],
  });
});
