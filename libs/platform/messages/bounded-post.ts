import { request as plainRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as securedRequest } from 'node:https';
import { GatewayAway } from './not-sent.js';
import { CONNECT_MS, LARGEST_ANSWER_BYTES, WHOLE_MS } from './outgoing-limits.js';

export interface Post {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface PostAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * Posts and reads the answer, whatever the other side does: bounds for connecting, for everything
 * together and for the answer's size, and no redirect is followed.
 *
 * @throws GatewayAway
 */
export async function boundedPost({ url, headers, body }: Post): Promise<PostAnswer> {
  const begin = url.protocol === 'https:' ? securedRequest : plainRequest;
  const signal = AbortSignal.timeout(WHOLE_MS);
  // An agent could lend a connection that died meanwhile.
  const request = begin(url, { method: 'POST', headers, signal, agent: false });
  try {
    return await answerTo(request, body);
  } catch (error) {
    if (error instanceof GatewayAway) throw error;
    const { name, code = name } = error as NodeJS.ErrnoException;
    throw new GatewayAway(signal.aborted ? 'timeout' : code);
  } finally {
    request.destroy();
  }
}

async function answerTo(request: ClientRequest, body: string): Promise<PostAnswer> {
  boundConnecting(request);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.on('error', reject);
    request.end(body);
  });
  return { status: response.statusCode ?? 0, text: await textOf(response) };
}

function boundConnecting(request: ClientRequest): void {
  const late = (): void => void request.destroy(new GatewayAway('connect timeout'));
  const timer = setTimeout(late, CONNECT_MS);
  const ready = (): void => clearTimeout(timer);
  request.once('socket', (socket) => {
    socket.once('secureConnect', ready).once('connect', ready);
  });
  request.once('close', ready);
}

async function textOf(response: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > LARGEST_ANSWER_BYTES) throw new GatewayAway('answer too large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
