const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

const escape = (text: string) => text.replace(/[&<>"']/g, (mark) => MARKS[mark]!);

type Tag = { name: string; attributes?: Record<string, string | number | boolean | undefined>; inside?: Tag[] | string };

const write = ({ name, attributes = {}, inside = [] }: Tag): string => {
  const said = Object.entries(attributes).filter(([, value]) => value !== undefined).map(([key, value]) => ` ${key}="${escape(String(value))}"`);
  return `<${name}${said.join('')}>${typeof inside === 'string' ? escape(inside) : inside.map(write).join('')}</${name}>`;
};

/** What Twilio shall do with a call. */
export const twiml = (...tags: Tag[]): string => `<?xml version="1.0" encoding="UTF-8"?>${write({ name: 'Response', inside: tags })}`;

export const rejecting = (cause: 'busy' | 'rejected'): string => twiml({ name: 'Reject', attributes: { reason: cause } });

export const intoConference = (place: { name: string; label: string; muted: boolean; callback: string }): Tag => ({
  name: 'Dial',
  inside: [{
    name: 'Conference',
    attributes: {
      participantLabel: place.label, muted: place.muted, beep: false, endConferenceOnExit: false,
      statusCallback: place.callback, statusCallbackEvent: 'start end join leave announcement',
    },
    inside: place.name,
  }],
});
