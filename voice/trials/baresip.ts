import { mkdirSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Child, Children } from './children.ts';
import { writeTone } from './tone-file.ts';
import { until } from './until.ts';

export type Phone = {
  readonly number: string;
  /** Where its recordings lie. */
  readonly folder: string;
  child: Child;
  say: (command: string, params?: string) => void;
  said: () => string;
};

export type PhoneWish = {
  number: string;
  address: string;
  port: number;
  control: number;
  /** Its voice is this tone. */
  hertz: number;
  folder: string;
  /** More of the account line, as `;auth_user=…`. */
  account?: string;
  domain: string;
};

const MODULES = ['/usr/lib/baresip/modules', '/usr/lib/x86_64-linux-gnu/baresip/modules'];

/** A real phone (baresip) with a tone for a voice. It also takes the port above its own. */
export const startPhone = async (children: Children, wish: PhoneWish): Promise<Phone> => {
  mkdirSync(wish.folder, { recursive: true });
  const tone = join(wish.folder, 'voice.wav');
  writeTone(tone, wish.hertz, 60);
  writeFileSync(join(wish.folder, 'config'), [
    `module_path ${MODULES[0]}`,
    `sip_listen ${wish.address}:${wish.port}`,
    `audio_source aufile,${tone}`,
    'audio_player nil,default',
    'ausrc_srate 8000', 'auplay_srate 8000', 'ausrc_channels 1', 'auplay_channels 1',
    `rtp_ports ${wish.port + 1000}-${wish.port + 1200}`,
    `ctrl_tcp_listen 127.0.0.1:${wish.control}`,
    `snd_path ${wish.folder}`,
    'module g711.so', 'module aufile.so', 'module sndfile.so',
    'module_tmp account.so', 'module_app menu.so', 'module_app ctrl_tcp.so',
    '',
  ].join('\n'));
  writeFileSync(join(wish.folder, 'accounts'),
    `<sip:${wish.number}@${wish.domain}>;regint=${wish.account ? 60 : 0};audio_codecs=PCMU/8000/1,PCMA/8000/1${wish.account ?? ''}\n`);
  writeFileSync(join(wish.folder, 'contacts'), '');
  const child = children.start('baresip', ['-f', wish.folder, '-t', '120']);

  let said = '';
  const socket = await control(wish.control, (piece) => (said += piece));
  return {
    number: wish.number,
    folder: wish.folder,
    child,
    said: () => said + child.said(),
    say: (command, params = '') => {
      const text = JSON.stringify({ command, params, token: '1' });
      socket.write(`${Buffer.byteLength(text)}:${text},`);
    },
  };
};

/** Its words come late, as it does not flush them; the door to it opens when it is ready. It hears one speaker at a time. */
const control = async (port: number, hear: (piece: string) => void): Promise<Socket> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const opened = await new Promise<Socket | undefined>((done) => {
      const opening = connect(port, '127.0.0.1', () => done(opening));
      opening.once('error', () => done(undefined));
    });
    if (opened) return opened.on('data', (piece) => hear(piece.toString('utf8')));
    await until(() => false, 50);
  }
  throw new Error('The phone did not start.');
};
