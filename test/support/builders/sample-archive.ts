import { createHash, createPrivateKey, createPublicKey, hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { ArchivedLeaf, ArchiveMatter } from '#features/proof/archives/archive-matter.js';
import { archiveParts } from '#features/proof/archives/archive-parts.js';
import { steadyZip } from '#platform/files/steady-zip.js';
import { ARCHIVE_PATHS } from '#rules/archive/archive-paths.js';
import { manifestText } from '#rules/archive/manifest.js';
import { canonicalJson } from '#rules/ledger/canonical-json.js';
import { GrowingTree } from '#rules/ledger/growing-tree.js';
import { noteDigest, signCheckpoint } from '#rules/ledger/ledger-checkpoint.js';
import { receiptDigest, sha256 } from '#rules/ledger/leaf-digests.js';
import { hashOfLeafText, type Leaf, leafText } from '#rules/ledger/leaf.js';
import { type NoteSigner, verifierKey } from '#rules/ledger/signed-note.js';
import { formatReceipt, RECEIPT_RANDOM_BYTES } from '#rules/participation/receipt-code.js';
import { buildElection } from '#rules/tally/build-election.js';
import { writePabulib } from '#rules/tally/pabulib/write-pabulib.js';
import { ruleSpec } from '#rules/tally/rule-spec.js';

export const ROUND = '01970000-0000-7000-8000-000000000001';
const KATO = '710000000';
const ORIGIN = 'sample.invalid/ledger';
const TALLY = '01970000-0000-7000-8000-000000000002';
/** Leaves of others before the archive begins. */
const BEFORE = 5;

const PROJECTS = [
  { id: '1', cost: 300_000_00n, name: 'Алаң' },
  { id: '2', cost: 200_000_00n, name: 'Жарық, "жаңа"' },
  { id: '3', cost: 400_000_00n, name: 'Жол' },
];

/** A key of its own for tests, the same in every run. */
export const SIGNER = signerFrom(Buffer.alloc(32, 7));

export function signerFrom(seed: Buffer): NoteSigner {
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const der = Buffer.concat([prefix, seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { name: 'sample.invalid/ledger', publicKey: spki.subarray(-32), privateKey };
}

/** The receipt code of a voter; the one after the last voter's is of a replaced ballot. */
export function receiptOf(voter: number): string {
  const digest = createHash('sha256').update(`receipt ${voter}`).digest();
  return formatReceipt(digest.subarray(0, RECEIPT_RANDOM_BYTES));
}

export function checkpointNote(
  tree: GrowingTree,
  { signer = SIGNER, before }: { signer?: NoteSigner; before?: string | undefined } = {},
): string {
  const { size } = tree;
  const previous = before === undefined ? null : noteDigest(before);
  const time = '2027-04-24T14:00:00Z';
  return signCheckpoint({ origin: ORIGIN, size, root: tree.root(), time, previous }, signer);
}

/** An archive of a village where so many people voted and one of them changed her mind. */
export function sampleMatter(voters = 12): ArchiveMatter {
  const ballots = Array.from({ length: voters }, (_, place) => ({
    voterId: createHash('sha256').update(`voter ${place}`).digest('hex').slice(0, 24),
    votes: [{ project: place % 3 === 0 ? '3' : '1' }, { project: '2' }],
  }));
  const election = electionText(ballots);
  const count = countRecord(election, voters);
  const log = logOf(voters, sha256(count));
  return {
    round: {
      id: ROUND,
      territory: KATO,
      territoryName: { kk: 'Ақбұлақ', ru: 'Акбулак' },
      year: 2027,
      title: { kk: 'Ауыл бюджеті', ru: 'Бюджет села' },
      votingFrom: '2027-04-01',
      votingUntil: '2027-04-24',
      ballot: { kind: 'approval', min: 1, max: 3 },
      secrecy: 'presence',
      rule: ruleSpec({ name: 'greedy', ties: 'id' }),
      application: ['withdrawn', 'minimum-votes', 'count'],
      minimumVotes: 0,
      minimumAge: 18,
      paperVersion: 1,
      pots: [{ territory: KATO, name: { kk: 'Ақбұлақ', ru: 'Акбулак' }, budget: '600000' }],
      people: voters + 30,
    },
    result: resultOf(voters),
    count,
    publication: PUBLICATION,
    roll: [
      { territory: '710000100', name: { kk: 'А', ru: 'А, Б' }, people: 20, ballots: 2 },
      { territory: '', name: { kk: '–', ru: '–' }, people: voters + 10, ballots: voters - 2 },
    ],
    elections: [{ territory: KATO, text: () => inPieces(election) }],
    texts: [{ path: 'README.en.txt', text: 'What this is.\n' }],
    ...log,
    openings: null,
    quarantines: [],
    uncounted: new Map([[receiptDigest(receiptOf(voters)), 'replaced']]),
    keys: [verifierKey(SIGNER)],
  };
}

/** The Council struck project 1. */
const PUBLICATION = canonicalJson({
  count: TALLY,
  strikes: [[1, 'duplicate', 'Негіз', 'Основание']],
});

function countRecord(election: string, voters: number): string {
  return canonicalJson({ id: TALLY, ballots: voters, files: { [KATO]: sha256(election) } });
}

function resultOf(voters: number): ArchiveMatter['result'] {
  const third = Math.ceil(voters / 3);
  const votes = [voters - third, voters, third];
  return {
    round: ROUND,
    ballots: voters,
    pots: [
      {
        territory: KATO,
        voters,
        cost: '500000',
        winners: ['2', '1'],
        confirmed: ['2'],
        projects: PROJECTS.map(({ id, cost, name }, place) => ({
          id,
          number: Number(id),
          title: { kk: name, ru: name },
          cost: String(cost / 100n),
          votes: votes[place]!,
          points: votes[place]!,
          outcome: place === 2 ? 'NO_MONEY' : 'WON',
        })),
      },
    ],
    struck: [{ pot: KATO, id: '1', ground: 'duplicate', text: { kk: 'Негіз', ru: 'Основание' } }],
  };
}

function electionText(
  ballots: readonly { readonly voterId: string; readonly votes: readonly { project: string }[] }[],
): string {
  const election = buildElection({
    voteType: 'approval',
    budget: 600_000_00n,
    scale: 2,
    projects: PROJECTS,
    ballots,
  });
  const meta = {
    description: 'Ауыл бюджеті',
    country: 'Kazakhstan',
    unit: 'Ақбұлақ',
    instance: '2027',
    rule: 'greedy',
    date_begin: '01.04.2027',
    date_end: '24.04.2027',
  };
  return [...writePabulib({ meta, election, ballots, smallestGroup: 10 })].join('');
}

function logOf(
  voters: number,
  count: string,
): Pick<ArchiveMatter, 'start' | 'leaves' | 'checkpoints'> {
  const before = new GrowingTree();
  for (let index = 0; index < BEFORE; index += 1) before.add(hashOfLeafText(`before ${index}`));
  const edge = before.edgeHashes().map((each) => each.toString('hex'));
  const leaves = leavesOf(voters, count);
  const tree = new GrowingTree({ size: BEFORE, edge: before.edgeHashes() });
  const checkpoints: string[] = [];
  for (const { hash: leaf } of leaves) {
    tree.add(leaf);
    if (tree.size % 4 === 0 || tree.size === BEFORE + leaves.length)
      checkpoints.push(checkpointNote(tree, { before: checkpoints.at(-1) }));
  }
  return { start: { size: BEFORE, edge }, leaves: () => inTurn(leaves), checkpoints };
}

function leavesOf(voters: number, count: string): readonly ArchivedLeaf[] {
  const ballots = Array.from({ length: voters + 1 }, (_, voter): Leaf => ({
    kind: 'ballot',
    round: ROUND,
    receipt: receiptDigest(receiptOf(voter)),
    commitment: hash('sha256', `ballot ${voter}`),
    record: hash('sha256', `record ${voter}`),
  }));
  const closure: Leaf = { kind: 'closure', round: ROUND, standing: voters, replaced: 1 };
  const decisions = (['count', 'result'] as const).map((what): Leaf => ({
    kind: 'decision',
    what,
    id: TALLY,
    round: ROUND,
    digest: what === 'count' ? count : sha256(PUBLICATION),
  }));
  const contents: (string | null)[] = [...ballots, closure, ...decisions].map(leafText);
  contents.splice(3, 0, null);
  return contents.map((content, place) => ({
    index: BEFORE + place,
    content,
    hash: hashOfLeafText(content ?? 'somebody else'),
  }));
}

async function* inPieces(text: string): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += 100_000) yield text.slice(from, from + 100_000);
}

async function* inTurn<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

/** The files of an archive by their paths, to be changed before they are packed. */
export async function filesOf(matter: ArchiveMatter): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const { path, pieces } of archiveParts(matter)) {
    const read: Buffer[] = [];
    for await (const piece of pieces) read.push(Buffer.from(piece));
    files.set(path, Buffer.concat(read).toString());
  }
  return files;
}

/** Makes the manifest fit what the files hold now, as a careful forger would. */
export function resealed(files: ReadonlyMap<string, string>): Map<string, string> {
  const entries = [...files]
    .filter(([path]) => path !== ARCHIVE_PATHS.manifest)
    .map(([path, text]) => ({
      path,
      bytes: Buffer.byteLength(text),
      sha256: hash('sha256', text),
    }));
  return new Map(files).set(ARCHIVE_PATHS.manifest, manifestText({ round: ROUND, files: entries }));
}

/** Packs such files at a place. */
export async function packAt(path: string, files: ReadonlyMap<string, string>): Promise<void> {
  const parts = inTurn([...files].map(([name, text]) => ({ path: name, pieces: [text] })));
  const pieces: Uint8Array[] = [];
  for await (const piece of steadyZip(parts)) pieces.push(piece);
  writeFileSync(path, Buffer.concat(pieces));
}
