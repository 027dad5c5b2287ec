import { connect, type Socket } from 'node:net';

/** What a burst of requests brought. */
export interface LoadResult {
  readonly seconds: number;
  readonly byStatus: Readonly<Record<string, number>>;
  /** Milliseconds, sorted. */
  readonly latencies: readonly number[];
}

export interface LoadPlan {
  readonly port: number;
  readonly connections: number;
  readonly forMs: number;
  /** The next request as bytes of HTTP/1.1, or null when there is none left. */
  readonly next: () => string | null;
  /** Hears every answer with the request that it answers. */
  readonly onAnswer?: (request: string, status: number, body: string) => void;
}

/**
 * Sends prepared requests over raw sockets, one at a time on each connection. A full HTTP client
 * would spend more of the shared cores than the server that is measured.
 */
export async function load(plan: LoadPlan): Promise<LoadResult> {
  const byStatus: Record<string, number> = {};
  const latencies: number[] = [];
  const begun = performance.now();
  const deadline = begun + plan.forMs;
  const note = (status: string, ms: number): void => {
    byStatus[status] = (byStatus[status] ?? 0) + 1;
    latencies.push(ms);
  };
  await Promise.all(Array.from({ length: plan.connections }, () => converse(plan, deadline, note)));
  const seconds = (performance.now() - begun) / 1000;
  return { seconds, byStatus, latencies: latencies.sort((a, b) => a - b) };
}

/** `percentile(result, 0.99)` in milliseconds. */
export function percentile({ latencies }: LoadResult, share: number): number {
  return (
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? Number.NaN
  );
}

type Note = (status: string, ms: number) => void;

function converse(plan: LoadPlan, deadline: number, note: Note): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: plan.port, host: '127.0.0.1', noDelay: true });
    let sentAt = 0;
    let sent = '';
    let pending = '';
    const send = (): void => {
      const request = performance.now() < deadline ? plan.next() : null;
      if (request === null) return void socket.end();
      sentAt = performance.now();
      sent = request;
      socket.write(request);
    };
    socket.setEncoding('latin1');
    socket.on('connect', send);
    socket.on('data', (chunk: string) => {
      pending += chunk;
      if (!isWhole(pending)) return;
      const status = pending.slice(9, 12);
      note(status, performance.now() - sentAt);
      plan.onAnswer?.(sent, Number(status), pending.slice(pending.indexOf('\r\n\r\n') + 4));
      pending = '';
      send();
    });
    closeQuietly(socket, resolve, reject);
  });
}

function closeQuietly(socket: Socket, resolve: () => void, reject: (error: Error) => void): void {
  socket.on('error', reject);
  socket.on('close', () => resolve());
}

/** An answer tells its length, or comes in chunks of which the last one is empty. */
export function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1];
  if (length !== undefined) return text.length >= end + 4 + Number(length);
  return !/\r\ntransfer-encoding: chunked/i.test(text.slice(0, end)) || text.endsWith('0\r\n\r\n');
}
