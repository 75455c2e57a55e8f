import { checkedSettings, namedSounds, type Checked } from '../checked-settings.ts';

export type TwilioSettings = {
  accountSid: string;
  /** Signs their webhooks and our requests. */
  authToken: string;
  /** The number that calls show when no other is asked for. */
  number: string;
  /** Where Twilio reaches us, as Twilio sees it; never taken from a request. */
  publicUrl: string;
  /** How an agent or a visitor is called, `{id}` being who: `client:{id}` or `sip:{id}@desk.example`. */
  agentAddress: string;
  /** Prompts by name, each a sound that Twilio can fetch. */
  prompts: Record<string, string>;
};

/** Secrets come from the environment alone. All faults are named at once. */
export const twilioSettings = (env: Record<string, string | undefined>): Checked<TwilioSettings> => {
  const prompts = namedSounds(env.TWILIO_PROMPTS ?? '{}', isHttps);
  const settings: TwilioSettings = {
    accountSid: env.TWILIO_ACCOUNT_SID ?? '',
    authToken: env.TWILIO_AUTH_TOKEN ?? '',
    number: env.TWILIO_NUMBER ?? '',
    publicUrl: (env.TWILIO_PUBLIC_URL ?? '').replace(/\/$/, ''),
    agentAddress: env.TWILIO_AGENT_ADDRESS ?? 'client:{id}',
    prompts: prompts ?? {},
  };
  return checkedSettings(settings, [
    /^AC[0-9a-fA-F]{32}$/.test(settings.accountSid) || 'TWILIO_ACCOUNT_SID is AC and 32 hexadecimal digits.',
    settings.authToken.length >= 16 || 'TWILIO_AUTH_TOKEN is missing.',
    /^\+[1-9]\d{4,14}$/.test(settings.number) || 'TWILIO_NUMBER is one of your numbers there, such as +49301234567.',
    isHttps(settings.publicUrl) || 'TWILIO_PUBLIC_URL is the https address under which Twilio reaches the desk.',
    settings.agentAddress.includes('{id}') || 'TWILIO_AGENT_ADDRESS has no {id}.',
    prompts !== undefined || 'TWILIO_PROMPTS is JSON: names, each with the https address of a sound.',
  ]);
};

const isHttps = (url: string): boolean => URL.canParse(url) && new URL(url).protocol === 'https:';
