import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Claims = Record<string, unknown>;
type Asked = { challenge: string; redirect: string; claims: Claims };

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A company's provider of accounts on this machine: it keeps the protocol, and says in its tokens what a test wants. */
export const openProvider = async (client = { clientId: 'desk', clientSecret: 'a secret: of two' }) => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const codes = new Map<string, Asked>();
  let forged = false;
  let issuer = '';

  const tokenOf = (claims: Claims): string => {
    const said = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${part(claims)}`;
    return `${said}.${sign('sha256', Buffer.from(said), forged ? other : privateKey).toString('base64url')}`;
  };
  const answers: Record<string, () => unknown> = {
    '/.well-known/openid-configuration': () => ({ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys` }),
    '/keys': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] }),
  };
  const basic = `Basic ${Buffer.from([client.clientId, client.clientSecret].map(encodeURIComponent).join(':')).toString('base64')}`;
  const exchange = (form: URLSearchParams, authorization = ''): unknown => {
    const code = form.get('code') ?? '';
    const asked = codes.get(code);
    codes.delete(code);
    const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
    const fits = asked && authorization === basic && asked.challenge === challenge && asked.redirect === form.get('redirect_uri');
    return fits ? { token_type: 'Bearer', access_token: randomUUID(), id_token: tokenOf(asked.claims) } : undefined;
  };

  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const answer = request.url === '/token' ? exchange(new URLSearchParams(body), request.headers.authorization) : answers[request.url ?? '']?.();
      response.writeHead(answer ? 200 : 400, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? { error: 'invalid_grant' }));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    company: { ...client, issuer, name: 'House account' },
    forge: () => void (forged = true),
    /** Somebody signs in over there: the query with which their browser comes back. */
    signIn: (location: string, claims: Claims): string => {
      const asked = new URL(location).searchParams;
      const code = randomUUID();
      const seconds = Math.floor(Date.now() / 1000);
      const said = { iss: issuer, sub: 'one', aud: client.clientId, iat: seconds, exp: seconds + 300, nonce: asked.get('nonce'), email_verified: true, ...claims };
      codes.set(code, { challenge: asked.get('code_challenge') ?? '', redirect: asked.get('redirect_uri') ?? '', claims: said });
      return new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString();
    },
    close: () => new Promise<void>((closed) => void server.close(() => closed())),
  };
};
