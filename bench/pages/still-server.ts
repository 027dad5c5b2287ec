import { readFileSync } from 'node:fs';
import Fastify from 'fastify';

/** Bare Fastify that sends the bytes of a page that was made before: the neighbour to compare with. */
const bytes = readFileSync(process.env['BENCH_PAGE']!);
const server = Fastify();

server.get('/*', (_request, reply) =>
  reply.header('content-encoding', 'br').type('text/html; charset=utf-8').send(bytes),
);

await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
process.stdout.write('ready\n');
