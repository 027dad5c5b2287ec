import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: string;
  /** Session to speak in; absent: nobody is signed in. */
  readonly session?: string;
  readonly idempotencyKey?: string;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: string;
  /** Session cookie that the answer sets, as it is sent back. */
  readonly session: string | null;
}

/** With the longest pause about two minutes: a busy machine comes back, a dead one does not. */
const ATTEMPTS = 45;
const LONGEST_PAUSE_MS = 3_000;
const ANSWER_TIMEOUT_MS = 60_000;

/**
 * Speaks HTTP to a running portal over a bounded number of kept connections. A lost connection and
 * an overloaded server (429, 503) are tried again: what is sent carries its idempotency key.
 */
export class ApiClient {
  private readonly agent: HttpAgent;
  private readonly send: typeof httpRequest;

  constructor(
    private readonly baseUrl: string,
    connections: number,
  ) {
    const isSecure = baseUrl.startsWith('https:');
    const settings = { keepAlive: true, maxSockets: connections, noDelay: true } as const;
    this.agent = isSecure ? new HttpsAgent(settings) : new HttpAgent(settings);
    this.send = isSecure ? httpsRequest : httpRequest;
  }

  async ask(wish: ApiRequest): Promise<ApiAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.once(wish).catch((error: unknown) => {
        if (attempt >= ATTEMPTS) throw error;
        return null;
      });
      const isBusy = answer === null || answer.status === 429 || answer.status === 503;
      if (answer && (!isBusy || attempt >= ATTEMPTS)) return answer;
      await wait(Math.min(100 * 2 ** attempt, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2));
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private once({ method, path, body, session, idempotencyKey }: ApiRequest): Promise<ApiAnswer> {
    return new Promise((resolve, reject) => {
      const headers = {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
        ...(session === undefined ? {} : { cookie: session }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      };
      const options = { method, headers, agent: this.agent, timeout: ANSWER_TIMEOUT_MS };
      const request = this.send(`${this.baseUrl}${path}`, options, (response) => {
        readAnswer(response).then(resolve, reject);
      });
      request.on('timeout', () => request.destroy(new Error(`${path}: no answer in time`)));
      request.on('error', reject);
      request.end(body);
    });
  }
}

async function readAnswer(response: IncomingMessage): Promise<ApiAnswer> {
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece as Buffer);
  return {
    status: response.statusCode ?? 0,
    body: Buffer.concat(pieces).toString('utf8'),
    session: response.headers['set-cookie']?.[0]?.split(';')[0] ?? null,
  };
}
