import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Files and lines that this process needs besides. */
const RESERVE = 3_000;
const AT_ONCE = 500;

/** Lines that lie there while honest people are served. */
export interface CrowdedLines {
  readonly opened: number;
  stillOpen(): number;
  close(): void;
}

/** As many as were asked for and this machine allows, each with one request answered before. */
export function idleLines(port: number, wanted: number): Promise<CrowdedLines> {
  return openLines(port, wanted, (line) => {
    line.write('GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
  });
}

/** Slowloris: a head that never ends, a few bytes each second. */
export function slowLines(port: number, wanted: number): Promise<CrowdedLines> {
  return openLines(port, wanted, (line) => {
    line.write('GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n');
    const drip = setInterval(() => line.write('X-Slow: 1\r\n'), 1_000);
    line.once('close', () => clearInterval(drip));
  });
}

async function openLines(
  port: number,
  wanted: number,
  begin: (line: Socket) => void,
): Promise<CrowdedLines> {
  const lines: Socket[] = [];
  const most = Math.min(wanted, openFilesAllowed() - RESERVE);
  while (lines.length < most) {
    const part = Math.min(AT_ONCE, most - lines.length);
    for (let count = 0; count < part; count += 1) lines.push(lineTo(port, begin));
    await wait(200);
  }
  return {
    opened: lines.length,
    stillOpen: () => lines.filter((line) => !line.destroyed && !line.readableEnded).length,
    close: () => lines.forEach((line) => line.destroy()),
  };
}

function lineTo(port: number, begin: (line: Socket) => void): Socket {
  const line = connect({ port, host: '127.0.0.1' });
  line.on('error', () => undefined).on('connect', () => begin(line));
  return line.resume();
}

/** The soft limit of this process (Linux); the portal has the same. */
function openFilesAllowed(): number {
  const limits = readFileSync('/proc/self/limits', 'utf8');
  return Number(/Max open files\s+(\d+)/.exec(limits)?.[1] ?? 1_024);
}
