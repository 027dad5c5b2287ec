/**
 * The same file with only the first votes in it, line by line.
 *
 * @example firstVotes(['…VOTES\nvoter_id;vote\n1;a\n2;b\n'], 1) // ends after `1;a`
 */
export async function* firstVotes(
  pieces: AsyncIterable<string>,
  limit: number,
): AsyncGenerator<string> {
  // The word and the header of the section come before its votes.
  let left = Number.POSITIVE_INFINITY;
  for await (const line of linesOf(pieces)) {
    if (left <= 0) return;
    yield `${line}\n`;
    left = /^votes[;\s]*$/i.test(line) ? limit + 1 : left - 1;
  }
}

async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest !== '') yield rest;
}
