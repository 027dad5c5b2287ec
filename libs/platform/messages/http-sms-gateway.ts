import { readFileSync } from 'node:fs';
import { boundedPost, type PostAnswer } from './bounded-post.js';
import { type ShortText, SmsGateway } from './letter.js';
import { GatewayAway, MessageRefused } from './not-sent.js';

export interface HttpSmsSetting {
  readonly url: string;
  readonly tokenFile: string | null;
  readonly fields: readonly [string, string, string];
}

/** Answers that speak against this message; all others, redirects too, against the gateway or us. */
const ABOUT_THE_MESSAGE = [400, 410, 413, 422];

/**
 * A gateway over plain HTTP, as a sample of one: JSON with number, text and our id, whose names are
 * configured, a bearer token from a file, and an answer that is a JSON object. No operator's
 * description was read for it.
 */
export class HttpSmsGateway extends SmsGateway {
  constructor(private readonly setting: HttpSmsSetting) {
    super();
  }

  async send({ id, to, text }: ShortText): Promise<void> {
    const { url, fields } = this.setting;
    const [toName, textName, idName] = fields;
    const body = JSON.stringify({ [toName]: to, [textName]: text, [idName]: id });
    assertTaken(await boundedPost({ url: new URL(url), headers: this.headersFor(id), body }));
  }

  /** The token is read each time: whoever changes it restarts nothing. */
  private headersFor(id: string): Record<string, string> {
    const { tokenFile } = this.setting;
    return {
      'content-type': 'application/json; charset=utf-8',
      accept: 'application/json',
      'idempotency-key': id,
      ...(tokenFile && { authorization: `Bearer ${tokenIn(tokenFile)}` }),
    };
  }
}

/** A token that is not there is as a gateway that is not: no message is to blame. */
function tokenIn(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new GatewayAway('no token file');
  }
}

function assertTaken({ status, text }: PostAnswer): void {
  const failure = `HTTP ${status}`;
  if (ABOUT_THE_MESSAGE.includes(status)) throw new MessageRefused(failure);
  if (status < 200 || status > 299) throw new GatewayAway(failure);
  if (!isJsonObject(text)) throw new GatewayAway(`${failure} without JSON`);
}

/** A page of some proxy, as before signing in to a network, is no acknowledgement. */
function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
