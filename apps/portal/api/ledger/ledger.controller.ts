import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { DomainError } from '#rules/kernel/domain-error.js';
import { LedgerKey } from '#features/proof/ledger/ledger-key.js';
import { LedgerReader } from '#features/proof/ledger/ledger.reader.js';
import { Access } from '#platform/http/access.js';
import { type PageOf, pageOf, PageQueryDto } from '../page-query.dto.js';
import { ConsistencyQueryDto, InclusionQueryDto, LeavesQueryDto } from './ledger-query.dto.js';
import {
  type CheckpointView,
  type LeafView,
  presentCheckpoint,
  presentHashes,
  presentLeaf,
} from './ledger.presenter.js';

/** Leaves in one answer. */
const MOST_LEAVES = 1_000;

/** The log that anybody can check: entries, signed checkpoints, proofs. */
@ApiTags('ledger')
@Controller('api/v1/ledger')
export class LedgerController {
  constructor(
    private readonly ledger: LedgerReader,
    private readonly key: LedgerKey,
  ) {}

  @Get('checkpoints')
  @Access('public')
  @ApiOperation({ operationId: 'listCheckpoints', summary: 'Signed checkpoints, newest first' })
  async checkpoints(@Query() { limit, after }: PageQueryDto): Promise<PageOf<CheckpointView>> {
    const before = after !== undefined && /^\d{1,18}$/.test(after) ? after : null;
    const rows = await this.ledger.listCheckpoints(limit + 1, before);
    return pageOf(rows, limit, { key: ({ number }) => number, present: presentCheckpoint });
  }

  @Get('checkpoints/latest')
  @Access('public')
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiProduces('text/plain')
  @ApiOperation({
    operationId: 'findLatestCheckpoint',
    summary: 'The latest checkpoint: C2SP tlog-checkpoint, Ed25519',
  })
  async latest(): Promise<string> {
    const checkpoint = await this.ledger.findLatestCheckpoint();
    if (!checkpoint) throw new DomainError('not-found', 'ledger.empty');
    return checkpoint.note;
  }

  @Get('keys')
  @Access('public')
  @ApiOperation({
    operationId: 'listLedgerKeys',
    summary: 'Public keys of checkpoints, the present one first',
  })
  keys(): { readonly items: readonly string[] } {
    return { items: this.key.lines };
  }

  @Get('leaves')
  @Access('public')
  @ApiOperation({
    operationId: 'listLeaves',
    summary: `Entries from … to − 1 under the latest checkpoint, at most ${MOST_LEAVES} at once`,
  })
  async leaves(@Query() { from, to }: LeavesQueryDto): Promise<{
    readonly items: readonly LeafView[];
    readonly size: number;
  }> {
    const size = await this.ledger.sealedSize();
    const until = Math.min(to, size, from + MOST_LEAVES);
    const rows = from < until ? await this.ledger.listLeaves({ from, until }) : [];
    return { items: rows.map(presentLeaf), size };
  }

  @Get('proofs/inclusion')
  @Access('public')
  @ApiOperation({
    operationId: 'proveInclusion',
    summary: 'Hashes from an entry up to the root, lowest first (RFC 6962)',
  })
  async inclusion(@Query() { index, size }: InclusionQueryDto) {
    await this.assertHeld(index < size, size);
    const proof = await this.ledger.proveInclusion({ index, size });
    return { index, size, hashes: presentHashes(proof) };
  }

  @Get('proofs/consistency')
  @Access('public')
  @ApiOperation({
    operationId: 'proveConsistency',
    summary: 'Hashes that show that the log only grew (RFC 6962)',
  })
  async consistency(@Query() { from, to }: ConsistencyQueryDto) {
    await this.assertHeld(from <= to, to);
    const proof = await this.ledger.proveConsistency({ before: from, after: to });
    return { from, to, hashes: presentHashes(proof) };
  }

  private async assertHeld(inside: boolean, size: number): Promise<void> {
    const held = await this.ledger.sealedSize();
    if (!inside || size > held)
      throw new DomainError('rule-violated', 'ledger.beyond', { size: held });
  }
}
