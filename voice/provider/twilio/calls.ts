import { inCall, openBook, type BookedLeg } from '../book.ts';
import type { EndCause, RecordingSnapshot } from '../call.ts';
import type { Machine } from '../machine.ts';
import type { VoiceEvent } from '../voice-event.ts';
import { openRequests } from './requests.ts';
import type { TwilioSettings } from './settings.ts';
import { intoConference, twiml } from './twiml.ts';
import { labelOf, nameOf } from './words.ts';

export type TwilioParts = {
  settings: TwilioSettings;
  machine: Machine;
  ask: typeof fetch;
};

/** What this adapter knows of its calls; the truth is Twilio's. A leg is called what Twilio calls its call. */
export const openCalls = ({ settings, machine, ask }: TwilioParts, tell: (event: VoiceEvent) => void) => {
  const book = openBook(machine, tell);
  const requests = openRequests(settings, machine, ask);
  /** Twilio's names of our conferences. */
  const sids = new Map<string, string>();
  const labels = new Map<string, string>();
  /** Why the desk let go of a leg. */
  const letGo = new Map<string, EndCause>();
  const recordings = new Map<string, RecordingSnapshot & { call: string }>();

  const sidOf = async (conference: string): Promise<string | undefined> => {
    const known = sids.get(conference);
    if (known) return known;
    const name = encodeURIComponent(nameOf(conference));
    for (const status of ['in-progress', 'init']) {
      const found = await requests.list(`/Conferences.json?FriendlyName=${name}&Status=${status}`, 'conferences');
      if (found?.[0]) {
        sids.set(conference, String(found[0].sid));
        return String(found[0].sid);
      }
    }
    return undefined;
  };
  const labelFor = (leg: BookedLeg) => labels.get(leg.leg) ?? labelOf(leg.role, leg.leg);
  const callback = `${settings.publicUrl}/conference`;
  const place = (leg: BookedLeg, conference = leg.conference) =>
    intoConference({ name: nameOf(conference), label: labelFor(leg), muted: leg.muted || leg.supervises?.mode === 'monitor', callback });

  return {
    settings, machine, book, requests, sids, labels, letGo, recordings, sidOf, labelFor, callback, place,
    participant: async (leg: BookedLeg): Promise<string> => `/Conferences/${await sidOf(leg.conference)}/Participants/${leg.leg}.json`,
    /** The call does something else for a moment and comes back. */
    aside: (leg: BookedLeg, ...tags: Parameters<typeof twiml>) => requests.set(`/Calls/${leg.leg}.json`, { Twiml: twiml(...tags, place(leg)) }),
    end: (leg: BookedLeg, cause: EndCause) => {
      const { conference } = leg;
      const said = letGo.get(leg.leg);
      letGo.delete(leg.leg);
      labels.delete(leg.leg);
      // What the far end or the network says counts, unless it only says that the call is over.
      book.end(leg, said && (cause === 'normal' || cause === 'canceled' || cause === 'no-answer') ? said : cause);
      if (!book.hasConference(conference)) sids.delete(conference);
    },
    /** A leg that comes back from elsewhere is held as it was. */
    holdAgain: async (leg: BookedLeg) => {
      if (inCall(leg) && leg.state === 'held') await requests.set(`/Conferences/${await sidOf(leg.conference)}/Participants/${leg.leg}.json`, { Hold: true });
    },
  };
};

export type TwilioCalls = ReturnType<typeof openCalls>;
