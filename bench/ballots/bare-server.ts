import { createHash, randomBytes } from 'node:crypto';
import Fastify from 'fastify';
import { Pool } from 'pg';

/**
 * The neighbour to compare with: bare Fastify and pg, one prepared statement a ballot, the same row.
 * No session, no eligibility, no round: what is left when everything that matters is taken away.
 */
const pool = new Pool({ connectionString: process.env['BENCH_DATABASE'], max: 16 });
const server = Fastify();

interface CastBody {
  readonly votes: readonly { readonly project: string }[];
}

server.put<{ Body: CastBody }>('/ballot', async (request, reply) => {
  const digest = createHash('sha256').update(JSON.stringify(request.body.votes)).digest();
  const nonce = randomBytes(32);
  const receipt = randomBytes(9).toString('base64url');
  const { rows } = await pool.query<{ cast_at: Date }>({
    name: 'insert-ballot',
    text: `insert into bare_ballots values ($1, $2, '{1,2,3}', null, $3, null, $4, $4, $5, clock_timestamp(), '990000000', 0)
           returning cast_at`,
    values: ['0196f000-0000-7000-8000-000000000001', randomUuid(), receipt, digest, nonce],
  });
  return reply.status(201).send({ receipt: { code: receipt, at: rows[0]!.cast_at } });
});

function randomUuid(): string {
  return randomBytes(16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
process.stdout.write('ready\n');
