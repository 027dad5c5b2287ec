import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ResultReader } from '#features/participation/results/result.reader.js';
import { QuarantineReader } from '#features/participation/results/quarantine/quarantine.reader.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { steadyZip } from '#platform/files/steady-zip.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { canonicalJson } from '#rules/ledger/canonical-json.js';
import { leafKey, type Leaf } from '#rules/ledger/leaf.js';
import { type Opening, openingsOf } from '#rules/ledger/opening.js';
import { SMALLEST_GROUP } from '#rules/participation/small-cells.js';
import { LedgerReader } from '../ledger/ledger.reader.js';
import { OpeningReader } from '../openings/opening.reader.js';
import type { ArchiveMatter, ArchivedText } from './archive-matter.js';
import { archiveParts } from './archive-parts.js';
import { ARCHIVE_DOCUMENTS } from './archive-documents.js';
import { ArchiveReader } from './archive.reader.js';
import { ArchiveRepository } from './archive.repository.js';
import { archivedResult, archivedRoll, archivedRound } from './archived-facts.js';
import { archivedLeaves, type LogStretch } from './archived-log.js';
import { gatherArchive } from './packed-archive.js';

/** What an archive needs from outside. */
export interface ArchiveWords {
  readonly texts: readonly ArchivedText[];
  readonly keys: readonly string[];
}

/**
 * Makes the archive of a published round, once for ever: as soon as the ledger holds the result and a
 * checkpoint is signed over it.
 */
@Injectable()
export class FreezeArchive {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundReader,
    private readonly results: ResultReader,
    private readonly quarantines: QuarantineReader,
    private readonly archives: ArchiveReader,
    private readonly ledger: LedgerReader,
    private readonly openings: OpeningReader,
  ) {}

  /**
   * @param words rule and protocol in words, and the lines of the ledger's keys
   * @returns false where the ledger has not come as far yet
   */
  async run(roundId: string, words: ArchiveWords): Promise<boolean> {
    const result = await this.results.get(roundId);
    const stretch = await this.stretchOf(roundId, result.tally);
    if (stretch === null) return false;
    const matter = await this.gather(stretch, words);
    const packed = await gatherArchive(steadyZip(archiveParts(matter)));
    await this.unitOfWork.run((tx) => tx.of(ArchiveRepository).add(roundId, packed));
    return true;
  }

  /** From the round's first leaf to the first checkpoint over its published result. */
  private async stretchOf(round: string, tallyId: string): Promise<LogStretch | null> {
    const published = { kind: 'decision', what: 'result', id: tallyId, round, digest: '' } as Leaf;
    const [first] = await this.ledger.listLeavesOf(round, -1, 1);
    const last = await this.ledger.findLeaf(round, leafKey(published));
    const sealed = last && (await this.ledger.findCheckpointOver(last.index + 1));
    return first && sealed ? { round, from: first.index, until: sealed.size } : null;
  }

  private async gather(stretch: LogStretch, { texts, keys }: ArchiveWords): Promise<ArchiveMatter> {
    const round = await this.rounds.getPublic(stretch.round);
    const result = await this.results.get(round.id);
    const places = await this.archives.listRoll(round.id);
    const people = places.reduce((sum, place) => sum + place.people, 0);
    const edge = await this.ledger.edgeAt(stretch.from);
    return {
      round: archivedRound(round, result, people),
      result: archivedResult(round.id, result),
      count: canonicalJson(await this.ledger.findDecisionRecord('count', result.tally)),
      publication: canonicalJson(await this.ledger.findDecisionRecord('result', result.tally)),
      quarantines: (await this.ledger.listQuarantineRecords(round.id)).map(canonicalJson),
      roll: archivedRoll(places),
      elections: result.count.pots.map(({ territory }) => ({
        territory,
        text: () => this.electionText(result.tally, territory),
      })),
      texts: [...ARCHIVE_DOCUMENTS, ...texts],
      start: { size: stretch.from, edge: edge.map((hash) => hash.toString('hex')) },
      leaves: () => archivedLeaves(this.ledger, stretch),
      uncounted: await this.uncountedOf(round.id),
      openings: round.secrecy === 'openings' ? await this.openingsOf(round.id) : null,
      checkpoints: this.notesOf(stretch),
      keys,
    };
  }

  private async uncountedOf(roundId: string): Promise<ArchiveMatter['uncounted']> {
    const replaced = await this.archives.listReplaced(roundId);
    const quarantined = await this.quarantines.listMarks(roundId);
    return new Map([
      ...replaced.map((receipt) => [receipt, 'replaced'] as const),
      ...quarantined.map((receipt) => [receipt, 'quarantined'] as const),
    ]);
  }

  private async *electionText(tallyId: string, territory: string): AsyncGenerator<string> {
    const { gzipped } = await this.results.getFile(tallyId, territory);
    const text = Readable.from([gzipped]).pipe(createGunzip()).setEncoding('utf8');
    for await (const piece of text) yield piece as string;
  }

  private async openingsOf(roundId: string): Promise<readonly Opening[]> {
    const ballots = await this.openings.listCounted(roundId);
    const sizes = await this.openings.sizesOfBatches();
    return openingsOf(ballots, { sizes, smallest: SMALLEST_GROUP });
  }

  private async *notesOf({ from, until }: LogStretch): AsyncGenerator<string> {
    for (const { note } of await this.ledger.listCheckpointsBetween({ from, until })) yield note;
  }
}
