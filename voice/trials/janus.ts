import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MediaStreamTrack, RTCPeerConnection, RTCRtpCodecParameters, RtpHeader, RtpPacket } from 'werift';
import { fromLaw, toLaw } from '../sound/g711.ts';
import type { InCall } from '../sip/phone-call.ts';
import { openAgent } from './agent.ts';
import type { Followed } from './desk.ts';
import { at } from './network.ts';
import { db, openTrial, seen } from './trial.ts';
import { rest, until } from './until.ts';

/** A browser's way into the trunk that is not ours: WebRTC to Janus, SIP from there. Run in a network of its own. */

const { folder, children, desk, run } = openTrial('janus');
const JANUS = at(7);

const configure = () => {
  const config = join(folder, 'config');
  const nothing = join(folder, 'nothing');
  mkdirSync(config);
  mkdirSync(nothing);
  writeFileSync(join(config, 'janus.jcfg'), [
    `general: { configs_folder = "${config}"; debug_level = 4; events = false; loggers_folder = "${nothing}"; events_folder = "${nothing}" }`,
    'plugins: { disable = "libjanus_audiobridge.so,libjanus_duktape.so,libjanus_echotest.so,libjanus_lua.so,libjanus_nosip.so,libjanus_recordplay.so,libjanus_streaming.so,libjanus_textroom.so,libjanus_videocall.so,libjanus_videoroom.so,libjanus_voicemail.so" }',
    'transports: { disable = "libjanus_mqtt.so,libjanus_nanomsg.so,libjanus_pfunix.so,libjanus_rabbitmq.so,libjanus_websockets.so" }',
    'nat: { nice_debug = false; full_trickle = false; ice_enforce_list = "phones" }',
    '',
  ].join('\n'));
  writeFileSync(join(config, 'janus.transport.http.jcfg'), `general: { json = "compact"; base_path = "/janus"; http = true; port = 8088; ip = "${JANUS}"; https = false }\nadmin: { admin_http = false }\n`);
  writeFileSync(join(config, 'janus.plugin.sip.jcfg'), `general: { local_ip = "${JANUS}"; keepalive_interval = 120; register_ttl = 3600; rtp_port_range = "46000-46100" }\n`);
  return config;
};

type Told = { janus: string; data?: { id: number }; jsep?: { type: 'answer'; sdp: string }; plugindata?: { data: { result?: { event: string }; error?: string } } };

const post = async (path: string, body: object): Promise<Told> => {
  const answer = await fetch(`http://${JANUS}:8088/janus${path}`, { method: 'POST', body: JSON.stringify({ ...body, transaction: 't' }) });
  return (await answer.json()) as Told;
};

await run(async () => {
  const janus = children.start('janus', ['-F', configure()]);
  const arrived: Followed<InCall>[] = [];
  await desk.open({ server: { host: JANUS, port: 5060 }, local: { address: at(1), port: 5060 } }, (call) => arrived.push(call));
  let session = 0;
  for (let tries = 0; tries < 20 && !session; tries += 1) {
    session = await post('', { janus: 'create' }).then((told) => told.data?.id ?? 0, () => 0);
    await rest(250);
  }
  if (!session) return seen('said', janus.said().slice(-3000));
  const handle = (await post(`/${session}`, { janus: 'attach', plugin: 'janus.plugin.sip' })).data?.id;
  const say = (body: object, jsep?: object) => post(`/${session}/${handle}`, { janus: 'message', body, ...(jsep ? { jsep } : {}) });
  const told: Told[] = [];
  const gone = new AbortController();
  const listen = async () => {
    while (!gone.signal.aborted) told.push((await (await fetch(`http://${JANUS}:8088/janus/${session}`, { signal: gone.signal })).json()) as Told);
  };
  void listen().catch(() => {});
  const heardOf = (event: string) => until(() => told.find(({ plugindata }) => plugindata?.data.result?.event === event), 6000);

  await say({ request: 'register', type: 'guest', username: `sip:janus@${JANUS}` });
  await heardOf('registered');

  const browser = new RTCPeerConnection({
    codecs: { audio: [new RTCRtpCodecParameters({ mimeType: 'audio/PCMU', clockRate: 8000, channels: 1, payloadType: 0 })] },
  });
  const voice = new MediaStreamTrack({ kind: 'audio' });
  const heard: Float32Array[] = [];
  browser.addTransceiver(voice, { direction: 'sendrecv' }).onTrack.subscribe((track) =>
    track.onReceiveRtp.subscribe((packet) => void heard.push(fromLaw('pcmu', packet.payload))));
  await browser.setLocalDescription(await browser.createOffer());
  await until(() => browser.iceGatheringState === 'complete', 3000);
  await say({ request: 'call', uri: `sip:+4930100@${at(1)}:5060` }, { type: 'offer', sdp: browser.localDescription?.sdp });

  const call = await until(() => arrived[0], 6000);
  if (!call) return seen('said', [told, janus.said().slice(-3000)]);
  call.call.ring();
  call.call.answer();
  const accepted = await until(() => told.find(({ jsep }) => jsep), 6000);
  if (!accepted?.jsep) return seen('said', [told, janus.said().slice(-3000)]);
  await browser.setRemoteDescription(accepted.jsep);
  const agent = openAgent(900);
  desk.mixer.join('call', { leg: 'agent', side: 'staff', transport: agent.transport });
  desk.mixer.join('call', { leg: 'browser', side: 'customer', transport: call.transport });
  await until(() => browser.connectionState === 'connected', 6000);
  let number = 0;
  const speak = setInterval(() => {
    number += 1;
    const pcm = Int16Array.from({ length: 160 }, (_, n) => Math.round(6553 * Math.sin((2 * Math.PI * 600 * (number * 160 + n)) / 8000)));
    voice.writeRtp(new RtpPacket(new RtpHeader({ payloadType: 0, sequenceNumber: number, timestamp: number * 160, ssrc: 77 }), Buffer.from(toLaw('pcmu', pcm))));
  }, 20);
  await rest(3000);
  seen('agent hears browser', db(agent.lately(1000), 600, 1300));
  seen('browser hears agent', db(Float32Array.from(heard.slice(-50).flatMap((frame) => [...frame])), 900, 1300));
  await say({ request: 'hangup' });
  await until(() => call.events.some(({ type }) => type === 'ended'));
  seen('ended', call.events);
  clearInterval(speak);
  gone.abort();
  await browser.close();
});
process.exit();
