import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 5_000;

/** What a server answers to bytes that no HTTP client would send, until it or we hang up. */
export async function sendRaw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const pieces: string[] = [];
  socket.on('data', (piece: Buffer) => pieces.push(piece.toString('latin1')));
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(bytes, 'latin1');
  await Promise.race([once(socket, 'close'), wait(PATIENCE_MS, null, { ref: false })]);
  socket.destroy();
  return pieces.join('');
}

/** Statuses of the answers in it, in their sequence. */
export function statusesIn(answers: string): readonly number[] {
  return [...answers.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}
