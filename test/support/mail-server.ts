import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { flood } from './flood.js';
import type { Mood } from './mood.js';

/** A letter as the server took it. */
export interface TakenLetter {
  readonly id: string;
  readonly to: string;
  readonly source: string;
}

const MESSAGE_ID = /^message-id: <([^@>]+)@/im;

/** A mail server of a few words that is well or ill as it is told; loopback only. */
export class MailServer {
  readonly letters: TakenLetter[] = [];
  /** Of whom a letter is never taken. */
  readonly refused = new Set<string>();
  mood: Mood = 'well';
  private readonly sockets = new Set<Socket>();
  private readonly server: Server = createServer((socket) => this.greet(socket));

  async open(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private greet(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined);
    if (this.mood === 'hangs') return;
    if (this.mood === 'resets') return void socket.resetAndDestroy();
    if (this.mood === 'fails') return void socket.end('421 not now\r\n');
    if (this.mood === 'garbage') return void socket.end('<html>proxy</html>\r\n');
    if (this.mood === 'floods') return flood(socket);
    socket.write('220 test\r\n');
    this.listen(socket);
  }

  private listen(socket: Socket): void {
    let [heard, to, isLetter] = ['', '', false];
    socket.on('data', (piece: Buffer) => {
      heard += piece.toString('utf8');
      const end = isLetter ? '\r\n.\r\n' : '\r\n';
      while (heard.includes(end) && isLetter === (end === '\r\n.\r\n')) {
        const line = heard.slice(0, heard.indexOf(end));
        heard = heard.slice(line.length + end.length);
        if (isLetter) this.keep(line, to);
        if (/^RCPT/i.test(line) && !isLetter) to = /<([^>]*)>/.exec(line)?.[1] ?? '';
        const answer = isLetter ? '250 kept' : this.answerTo(line, to);
        isLetter = answer.startsWith('354');
        socket.write(`${answer}\r\n`);
      }
    });
  }

  private answerTo(line: string, to: string): string {
    if (/^DATA/i.test(line)) return '354 go on';
    if (/^QUIT/i.test(line)) return '221 bye';
    if (/^RCPT/i.test(line) && this.refused.has(to)) return `550 no ${to} here`;
    return '250 ok';
  }

  private keep(source: string, to: string): void {
    this.letters.push({ id: MESSAGE_ID.exec(source)?.[1] ?? '', to, source });
  }
}
