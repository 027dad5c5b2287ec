import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { flood } from './flood.js';
import type { Mood } from './mood.js';

/** A text message as the gateway took it. */
export interface TakenText {
  readonly id: string;
  readonly to: string;
  readonly text: string;
}

/** A gateway of text messages that is well or ill as it is told; loopback only. */
export class SmsServer {
  readonly texts: TakenText[] = [];
  /** Numbers that it never takes. */
  readonly refused = new Set<string>();
  mood: Mood = 'well';
  private readonly server: Server = createServer(
    (request, response) => void this.answer(request, response),
  );

  async open(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/send`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const taken = (await json(request)) as TakenText;
    response.on('error', () => undefined);
    if (this.mood === 'hangs') return;
    if (this.mood === 'resets') return void request.socket.resetAndDestroy();
    if (this.mood === 'fails') return void response.writeHead(500).end('{}');
    if (this.mood === 'garbage') return void response.end('<html>proxy</html>');
    if (this.mood === 'floods') return flood(response);
    if (this.refused.has(taken.to)) return void response.writeHead(422).end('{}');
    this.texts.push(taken);
    response.end(JSON.stringify({ id: taken.id }));
  }
}
