import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readConfig } from '#platform/config/config.js';
import { TellWitness } from './tell-witness.js';

const NOTE = 'log.invalid/ledger\n7\nAAAA\n\n— log.invalid/ledger xyz\n';
/** Longer than a witness is waited for. */
const PATIENT_MS = 15_000;

describe('a witness outside', () => {
  let server: Server;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  let warnings: unknown[][];

  beforeEach(async () => {
    warnings = [];
    jest.spyOn(Logger.prototype, 'warn').mockImplementation((...told) => void warnings.push(told));
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  function tell(): Promise<void> {
    const { port } = server.address() as AddressInfo;
    const QATYSU_CHECKPOINT_WEBHOOK = `http://127.0.0.1:${port}/checkpoints`;
    return new TellWitness(readConfig({ QATYSU_CHECKPOINT_WEBHOOK })).run(NOTE);
  }

  it('that accepts gets every byte of the checkpoint', async () => {
    let [body, type, method]: (string | undefined)[] = [''];
    answer = (request, response) => {
      [type, method] = [request.headers['content-type'], request.method];
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => response.writeHead(204).end());
    };
    await tell();
    expect([method, type, body]).toEqual(['POST', 'text/plain; charset=utf-8', NOTE]);
    expect(warnings).toEqual([]);
  });

  it('that refuses is told of, and holds nothing up', async () => {
    answer = (_, response) => response.writeHead(503).end();
    await tell();
    expect(warnings).toEqual([[{ status: 503 }, 'the witness refused']]);
  });

  it('that leads elsewhere is not followed', async () => {
    const asked: (string | undefined)[] = [];
    answer = ({ url }, response) => {
      asked.push(url);
      response.writeHead(307, { location: '/elsewhere' }).end();
    };
    await tell();
    expect(asked).toEqual(['/checkpoints']);
    expect(warnings).toEqual([[{ status: 307 }, 'the witness refused']]);
  });

  it('that never ends its answer is left after a bounded part of it', async () => {
    answer = (_, response) => {
      const flood = setInterval(() => response.write(Buffer.alloc(64 * 1024)), 1);
      response.once('close', () => clearInterval(flood));
    };
    await tell();
    expect(warnings).toEqual([[expect.anything(), 'the witness was not reached']]);
  });

  it('that is gone is told of', async () => {
    answer = (request) => request.socket.destroy();
    await tell();
    expect(warnings).toEqual([[expect.anything(), 'the witness was not reached']]);
  });

  it(
    'that never answers is left after a few seconds',
    async () => {
      answer = () => undefined;
      await tell();
      expect(warnings).toEqual([[expect.anything(), 'the witness was not reached']]);
    },
    PATIENT_MS,
  );

  it('is nobody where none is set up', async () => {
    await expect(new TellWitness(readConfig({})).run(NOTE)).resolves.toBeUndefined();
  });
});
