import { createHash, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the provider behaves: well, or as badly as one can. */
export type Behaviour = 'well' | 'hangs' | 'resets' | 'breaks' | 'babbles' | 'floods';

type Claims = Readonly<Record<string, unknown>>;

export const CLIENT = { id: 'qatysu', secret: 'a secret: of %the client' };

const HUGE_BYTES = 100 * 1024 * 1024;

/** A small OpenID Connect provider on loopback: whoever is sent to it is let in at once. */
export class OpenIdProvider {
  behaviour: Behaviour = 'well';
  /** Claims of the next ID tokens, over the usual ones; null takes one out. */
  claims: Claims = {};
  /** Claims that are told at the user info endpoint alone. */
  userInfo: Claims = {};
  /** Signs the next tokens with a key that nobody published. */
  signsFalsely = false;
  /** What the last browser asked for. */
  asked = new URLSearchParams();
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly strange = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly codes = new Map<string, URLSearchParams>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<OpenIdProvider> {
    const server = createServer();
    const provider = new OpenIdProvider(server);
    server.on('request', (request, response) => void provider.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return provider;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, this.issuer);
    // The browser's own page works on: the portal is what must bear a bad one.
    if (url.pathname === '/authorize') return this.letIn(url.searchParams, response);
    if (this.behaviour !== 'well') return misbehave(this.behaviour, response);
    const body = new URLSearchParams(await bodyOf(request));
    const answers: Readonly<Record<string, () => unknown>> = {
      '/.well-known/openid-configuration': () => this.metadata(),
      '/jwks': () => ({ keys: [{ ...this.keys.publicKey.export({ format: 'jwk' }), ...KEY }] }),
      '/token': () => this.redeem(body, request.headers.authorization),
      '/userinfo': () => ({ sub: 'somebody', ...this.userInfo }),
    };
    const answer = answers[url.pathname]?.() ?? null;
    response.writeHead(answer === null ? 400 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { error: 'invalid_grant' }));
  }

  private letIn(asked: URLSearchParams, response: ServerResponse): void {
    this.asked = asked;
    const code = randomUUID();
    this.codes.set(code, asked);
    const back = new URL(asked.get('redirect_uri')!);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state')!);
    response.writeHead(302, { location: back.href }).end();
  }

  /** A code works once, for the client that it was made for, with the proof of its own flow. */
  private redeem(body: URLSearchParams, authorization: string | undefined): unknown {
    const code = body.get('code') ?? '';
    const asked = this.codes.get(code);
    this.codes.delete(code);
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    const isFair =
      asked?.get('code_challenge') === challenge &&
      asked.get('redirect_uri') === body.get('redirect_uri') &&
      authorization === basic(CLIENT.id, CLIENT.secret);
    if (!isFair) return null;
    const token = this.idToken(asked.get('nonce'));
    return { access_token: randomUUID(), token_type: 'Bearer', expires_in: 60, id_token: token };
  }

  private idToken(nonce: string | null): string {
    const now = Math.floor(Date.now() / 1_000);
    const usual = { iss: this.issuer, aud: CLIENT.id, sub: 'somebody', iat: now, exp: now + 60 };
    const claims = { ...usual, auth_time: now, nonce, ...this.claims };
    const kept = Object.entries(claims).filter(([, value]) => value !== null);
    const key = (this.signsFalsely ? this.strange : this.keys).privateKey;
    return signed(Object.fromEntries(kept), key);
  }

  private metadata(): Claims {
    const { issuer } = this;
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['client_secret_basic'],
      code_challenge_methods_supported: ['S256'],
    };
  }
}

const KEY = { kid: 'one', alg: 'RS256', use: 'sig' };

function misbehave(behaviour: Exclude<Behaviour, 'well'>, response: ServerResponse): void {
  const json = { 'content-type': 'application/json' };
  if (behaviour === 'resets') response.destroy();
  if (behaviour === 'breaks') response.writeHead(500).end('<h1>Internal error</h1>');
  if (behaviour === 'babbles') response.writeHead(200, json).end('<script>alert(1)</script>{');
  if (behaviour === 'floods') response.writeHead(200, json).end(Buffer.alloc(HUGE_BYTES, '['));
}

function signed(claims: object, key: KeyObject): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: KEY.alg, kid: KEY.kid, typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

/** As RFC 6749 wants it: both halves are encoded as in a form. */
function basic(id: string, secret: string): string {
  const [name, value] = [id, secret].map((half) =>
    new URLSearchParams({ half }).toString().slice('half='.length),
  );
  return `Basic ${Buffer.from(`${name}:${value}`).toString('base64')}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return text;
}
