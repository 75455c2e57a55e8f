import { inCall } from '../book.ts';
import type { AsteriskCalls } from './calls.ts';
import type { AriEvent } from './listen.ts';
import { causeOf, isSnoop } from './words.ts';

type Channel = { id: string; state?: string; caller?: { number?: string }; dialplan?: { exten?: string } };

/** What Asterisk tells, as what happened on a call. */
export const hear = (calls: AsteriskCalls) => {
  const { book } = calls;

  const offered = async ({ id, caller, dialplan }: Channel) => {
    if (isSnoop(id) || book.isOver(id)) return;
    const endpoint = { kind: 'phone', e164: caller?.number ?? '' } as const;
    const leg = book.add({ leg: id, conference: id, role: 'customer', endpoint, direction: 'in', state: 'initiated' });
    book.tell(leg, { type: 'leg.offered', role: 'customer', endpoint, to: dialplan?.exten ?? '' });
    book.reach(leg, 'ringing');
    await calls.remember(leg);
    await calls.ask('POST', `/channels/${id}/ring`);
  };

  const recorded = ({ name = '', duration = 0 }: { name?: string; duration?: number }, failed: boolean) => {
    const [conference] = [...calls.recordings].find(([, { recording }]) => recording === name) ?? [];
    if (conference === undefined) return;
    calls.recordings.delete(conference);
    book.announce(conference, failed ? { type: 'recording.failed', recording: name } : { type: 'recording.stopped', recording: name, seconds: duration, files: [`${name}.wav`] });
  };

  return async (event: AriEvent): Promise<void> => {
    const channel = event.channel as Channel | undefined;
    const leg = channel && book.legs.get(channel.id);
    switch (event.type) {
      case 'StasisStart':
        if (!channel) return;
        if (!leg) return offered(channel);
        if (leg.direction === 'out' && !inCall(leg)) {
          const { supervises } = leg;
          await calls.seat(leg);
          book.reach(leg, 'connected');
          // The supervisor may have chosen another way meanwhile.
          if (leg.supervises !== supervises) await calls.seat(leg);
        }
        return;
      case 'ChannelStateChange':
        if (leg && leg.direction === 'out' && channel?.state === 'Ringing') book.reach(leg, 'ringing');
        return;
      case 'ChannelDestroyed':
        if (leg) calls.end(leg, inCall(leg) && Number(event.cause) === 0 ? 'normal' : causeOf(event.cause));
        return;
      case 'ChannelDtmfReceived':
        if (leg) calls.gathers.pressed(leg, String(event.digit));
        return;
      case 'PlaybackFinished': {
        const { id = '', state } = (event.playback ?? {}) as { id?: string; state?: string };
        const conference = calls.playing.get(id);
        if (conference !== undefined && calls.playing.delete(id) && book.hasConference(conference)) book.announce(conference, { type: 'playback.ended', playback: id, whole: state !== 'failed' });
        return;
      }
      case 'RecordingFinished': return recorded((event.recording ?? {}) as object, false);
      case 'RecordingFailed': return recorded((event.recording ?? {}) as object, true);
    }
  };
};
