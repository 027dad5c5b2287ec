import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { unzipSync } from 'fflate';
import { aCountedTown, aPerson } from '#test/support/builders/counted-town.js';
import {
  aPublishedRound,
  type PublishedRound,
  untilArchived,
} from '#test/support/builders/published-round.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

/** Every choice is made by several people, but one that only its voter made. */
const CHOICES = [[1, 2, 3], ...Array.from({ length: 20 }, (_, n) => [(n % 3) + 1])];

const HEX = /[0-9a-f]{16,}/g;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Somebody who has everything that is public, one's own receipt and all the time in the world looks
 * for what choice stands behind a receipt or an entry of the ledger.
 */
describe('with all public data and one’s own receipt', () => {
  let portal: TestPortal;
  let round: PublishedRound;
  /** Everything that anybody can download, by where it was found. */
  const found = new Map<string, string>();

  beforeAll(async () => {
    portal = await openTestPortal();
    await aCountedTown(portal.dataSource);
    const office = {
      officer: await aPerson(portal.dataSource, 'officer'),
      publisher: await aPerson(portal.dataSource, 'officer'),
      expert: await aPerson(portal.dataSource, 'expert'),
    };
    const projects = [{ costTenge: 60 }, { costTenge: 50 }, { costTenge: 30 }];
    round = await aPublishedRound(portal, office, { projects, choices: CHOICES });
    await untilArchived(portal, round.id);
    await gather();
  });
  afterAll(() => portal.close());

  async function gather(): Promise<void> {
    const { id, receipts } = round;
    for (const path of [
      `api/v1/rounds/${id}`,
      `api/v1/rounds/${id}/projects`,
      `api/v1/rounds/${id}/results`,
      `api/v1/rounds/${id}/results.csv`,
      `api/v1/rounds/${id}/election.pb`,
      'api/v1/ledger/checkpoints',
      'api/v1/ledger/leaves?from=0&to=1000',
      `api/v1/receipts/${receipts[0]}`,
      `kk/rounds/${id}/results`,
      `kk/rounds/${id}/verify`,
      `kk/rounds/${id}/protocol`,
      `kk/r/${receipts[0]}`,
      'kk/ledger',
    ]) {
      const answer = await fetch(`${portal.url}/${path}`);
      expect([path, answer.status]).toEqual([path, 200]);
      found.set(path, await answer.text());
    }
    const zip = await fetch(`${portal.url}/api/v1/rounds/${id}/archive.zip`);
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    for (const [name, bytes] of Object.entries(files))
      found.set(`archive: ${name}`, Buffer.from(bytes).toString());
  }

  const isOfBallots = (place: string) => /election\.pb|ballots\//.test(place);
  const isOfLedger = (place: string) => /ledger|receipts|\/r\//.test(place);

  function wordsIn(matches: (place: string) => boolean, shape: RegExp): Set<string> {
    const texts = [...found].filter(([place]) => matches(place)).map(([, text]) => text);
    return new Set(texts.flatMap((text) => text.match(shape) ?? []));
  }

  it('no long number stands both at a choice and at a receipt or an entry', () => {
    const atChoices = wordsIn(isOfBallots, HEX);
    const atEntries = wordsIn(isOfLedger, HEX);
    expect(atChoices.size).toBeGreaterThanOrEqual(CHOICES.length);
    expect(atEntries.size).toBeGreaterThan(CHOICES.length);
    expect([...atChoices].filter((word) => atEntries.has(word))).toEqual([]);
  });

  it('the marks of voters are no digests of anything that is known', () => {
    const marks = wordsIn(isOfBallots, /^[0-9a-f]{24}(?=[;,])/gm);
    expect(marks.size).toBe(CHOICES.length);
    const known = new Set([
      ...wordsIn((place) => !isOfBallots(place), HEX),
      ...wordsIn((place) => !isOfBallots(place), UUID),
      ...round.receipts,
      ...round.voters.map(({ id }) => id),
    ]);
    const derived = [...known].flatMap((word) => derivedFrom(word, round.id));
    expect(derived.filter((digest) => marks.has(digest.slice(0, 24)))).toEqual([]);
  });

  it('a ballot cannot be found from its commitment by trying all choices', async () => {
    const leaves = found.get('archive: ledger/leaves.jsonl')!;
    const commitments = [...leaves.matchAll(/"commitment":"([0-9a-f]{64})"/g)].map(
      ([, hex]) => hex!,
    );
    expect(commitments).toHaveLength(CHOICES.length + 1);
    const salts = ['', ...round.receipts, ...round.voters.map(({ id }) => id), round.id];
    const guesses = CHOICES.flatMap((choice) =>
      salts.map((salt) => sha256(`{"choices":[${choice.join(',')}],"points":[]}${salt}`)),
    );
    expect(guesses.filter((guess) => commitments.includes(guess))).toEqual([]);
    // What opens a commitment is in nothing that is public.
    const rows: { nonce: string }[] = await portal.dataSource.query(
      `select encode(nonce, 'hex') as nonce from ballots where round_id = $1`,
      [round.id],
    );
    const everything = [...found.values()].join('\n');
    expect(rows.filter(({ nonce }) => nonce !== '' && everything.includes(nonce))).toEqual([]);
  });

  it('the sequence of ballots is not the sequence of entries, receipts or voters', async () => {
    const marks = [...wordsIn((place) => place.endsWith('.pb'), /^[0-9a-f]{24}(?=;)/gm)];
    expect(marks).toEqual(marks.toSorted());
    const published = found.get(`api/v1/rounds/${round.id}/election.pb`)!;
    const choices = [...published.matchAll(/^[0-9a-f]{24};(.*)$/gm)].map(([, choice]) => choice);
    const cast = CHOICES.map((choice) => choice.join(','));
    expect(choices.toSorted()).toEqual(cast.toSorted());
    expect(choices).not.toEqual(cast);
  });

  it('no voter, no moment of a vote and no opening stands anywhere', async () => {
    const rows: { at: string }[] = await portal.dataSource.query(
      `select to_char(cast_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') as at,
              (extract(epoch from cast_at) * 1000000)::bigint::text as micros
       from ballots where round_id = $1`,
      [round.id],
    );
    const hidden = [
      ...round.voters.map(({ id }) => id),
      ...rows.flatMap((row) => Object.values(row)),
      ...round.receipts.slice(1),
      round.replaced,
    ];
    const archive = [...found].filter(([place]) => place.startsWith('archive: '));
    for (const [place, text] of archive)
      expect([place, hidden.filter((word) => text.includes(word))]).toEqual([place, []]);
  });

  it('groups of fewer than ten people are not told apart', () => {
    const rows = found.get('archive: roll.csv')!.trim().split('\r\n').slice(1);
    const ballots = rows.map((row) => Number(row.split(',').at(-1)));
    expect(ballots.every((count) => count >= 10)).toBe(true);
    expect(found.get(`api/v1/rounds/${round.id}/election.pb`)).not.toMatch(/;age|;sex/);
  });
});

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What a careless program might have made a voter's mark of. */
function derivedFrom(word: string, round: string): string[] {
  const plain = word.replaceAll('-', '');
  return [word, plain, `${round}${word}`, `${word}${round}`, `${word}:${round}`, `${round}:${word}`]
    .flatMap((text) => [sha256(text), createHash('md5').update(text).digest('hex')])
    .concat(plain, sha256(Buffer.from(plain, 'hex').toString('latin1')));
}
