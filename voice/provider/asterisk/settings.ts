import { checkedSettings, namedSounds, type Checked } from '../checked-settings.ts';

export type AsteriskSettings = {
  /** Where ARI answers, such as `https://pbx.example:8089/ari`. */
  url: string;
  user: string;
  password: string;
  /** The name that the dialplan hands calls to: `Stasis(firstline)`. */
  app: string;
  /** How a number is dialled, `{number}` being it: `PJSIP/{number}@trunk`. */
  dial: string;
  /** How an agent or a visitor is called: `PJSIP/{id}`. */
  agents: string;
  /** Prompts by name, each in Asterisk's words: `sound:welcome`. */
  prompts: Record<string, string>;
};

/** Secrets come from the environment alone. All faults are named at once. */
export const asteriskSettings = (env: Record<string, string | undefined>): Checked<AsteriskSettings> => {
  const prompts = namedSounds(env.ASTERISK_PROMPTS ?? '{}');
  const settings: AsteriskSettings = {
    url: (env.ASTERISK_URL ?? '').replace(/\/$/, ''),
    user: env.ASTERISK_USER ?? '',
    password: env.ASTERISK_PASSWORD ?? '',
    app: env.ASTERISK_APP ?? 'firstline',
    dial: env.ASTERISK_DIAL ?? '',
    agents: env.ASTERISK_AGENTS ?? 'PJSIP/{id}',
    prompts: prompts ?? {},
  };
  return checkedSettings(settings, [
    (URL.canParse(settings.url) && /^https?:/.test(settings.url)) || 'ASTERISK_URL is the http(s) address of ARI, ending in /ari.',
    settings.user !== '' || 'ASTERISK_USER is missing.',
    settings.password !== '' || 'ASTERISK_PASSWORD is missing.',
    /^[\w-]+$/.test(settings.app) || 'ASTERISK_APP is one word.',
    settings.dial.includes('{number}') || 'ASTERISK_DIAL has no {number}.',
    settings.agents.includes('{id}') || 'ASTERISK_AGENTS has no {id}.',
    prompts !== undefined || 'ASTERISK_PROMPTS is JSON: names, each with a sound such as sound:welcome.',
  ]);
};
