import { z } from 'zod';
import type { Config } from '../../platform/config.ts';
import type { Key } from './id-token.ts';

const PATIENCE_MS = 10_000;
const KEPT_MS = 10 * 60_000;

const discovered = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
});
const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

export type Company = NonNullable<Config['company']>;
type Exchange = { code: string; verifier: string; redirect: string };

/** The company's provider as it describes itself, OpenID Connect Discovery. */
export const providerOf = ({ issuer, clientId, clientSecret }: Company) => {
  const keep = <Known>(look: () => Promise<Known>) => {
    let kept: { known: Promise<Known>; until: number } | undefined;
    return (): Promise<Known> => {
      if (kept && kept.until > Date.now()) return kept.known;
      const fresh = { known: look(), until: Date.now() + KEPT_MS };
      kept = fresh;
      fresh.known.catch(() => kept === fresh && (kept = undefined));
      return fresh.known;
    };
  };

  const about = keep(async () => {
    const found = discovered.parse(await answerOf(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`));
    if (found.issuer !== issuer) throw new Error('The provider calls itself by another name than OIDC_ISSUER.');
    const isSafe = [found.authorization_endpoint, found.token_endpoint, found.jwks_uri].every((one) => new URL(one).protocol === new URL(issuer).protocol);
    if (!isSafe) throw new Error('The provider names addresses that are less safe than its own.');
    return found;
  });

  return {
    authorization: async () => (await about()).authorization_endpoint,
    keys: keep(async () => keySet.parse(await answerOf((await about()).jwks_uri)).keys as Key[]),
    /** The id token for a code, or nothing when the provider does not know the code. */
    exchange: async ({ code, verifier, redirect }: Exchange): Promise<string | undefined> => {
      const { token_endpoint, token_endpoint_auth_methods_supported: ways } = await about();
      const form = new URLSearchParams({ grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirect });
      const isBasic = ways.includes('client_secret_basic');
      if (!isBasic) for (const [name, value] of [['client_id', clientId], ['client_secret', clientSecret]] as const) form.set(name, value);
      const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64');
      const response = await fetch(token_endpoint, {
        method: 'POST',
        body: form,
        redirect: 'error',
        headers: { accept: 'application/json', ...(isBasic && { authorization: `Basic ${basic}` }) },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return response.ok ? z.object({ id_token: z.string().max(20_000) }).parse(await response.json()).id_token : undefined;
    },
  };
};

const answerOf = async (address: string): Promise<unknown> => {
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return response.json();
};
