/** What a foreign server may answer at most. */
const MOST_BYTES = 256 * 1024;

/** `fetch` that reads no more than a bounded answer and follows nobody elsewhere. */
export async function boundedFetch(address: string, options: object): Promise<Response> {
  const answer = await fetch(address, { ...options, redirect: 'manual' });
  const body = await boundedBody(answer);
  const { status, statusText, headers } = answer;
  return new Response(body, { status, statusText, headers });
}

async function boundedBody({ body }: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!body) return null;
  const pieces: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the rest.
  for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > MOST_BYTES) throw new Error(`An answer of more than ${MOST_BYTES} bytes`);
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}
