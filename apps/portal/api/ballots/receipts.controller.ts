import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DomainError } from '#rules/kernel/domain-error.js';
import { parseReceipt } from '#rules/participation/receipt-code.js';
import { BallotReader, type ReceiptRow } from '#features/participation/ballots/ballot.reader.js';
import { NoteReceiptCheck } from '#features/proof/receipt-checks/note-receipt-check.js';
import { LedgerReader } from '#features/proof/ledger/ledger.reader.js';
import { receiptDigest } from '#rules/ledger/leaf-digests.js';
import { Access } from '#platform/http/access.js';
import { presentSealed, type SealedView } from '../ledger/ledger.presenter.js';

interface ReceiptAnswer extends ReceiptRow {
  readonly proof: SealedView | null;
}

interface ReceiptAnswers extends ReceiptAnswer {
  /** Ballots of other rounds that were given the same code by chance: nearly always none. */
  readonly others: readonly ReceiptAnswer[];
}

/** Looking up a receipt: presence only. */
@ApiTags('ballots')
@Controller('api/v1/receipts')
export class ReceiptsController {
  constructor(
    private readonly ballots: BallotReader,
    private readonly ledger: LedgerReader,
    private readonly checking: NoteReceiptCheck,
  ) {}

  @Get(':code')
  @Access('public')
  @ApiOperation({
    operationId: 'findReceipt',
    summary: 'State of a recorded ballot by its receipt, with its proof once it is sealed',
  })
  async find(@Param('code') code: string): Promise<ReceiptAnswers> {
    const parsed = parseReceipt(code);
    const found = parsed ? await this.ballots.listReceipted(parsed) : [];
    const answers: ReceiptAnswer[] = [];
    for (const ballot of found) answers.push(await this.prove(ballot, receiptDigest(parsed!)));
    const [first, ...others] = answers;
    // A mistyped and an unknown code get one answer: it tells nothing about other codes.
    if (!first) throw new DomainError('not-found', 'receipt.not_found');
    return { ...first, others };
  }

  private async prove(ballot: ReceiptRow, digest: string): Promise<ReceiptAnswer> {
    await this.checking.run(ballot.roundId, digest);
    const sealed = await this.ledger.findSealed(ballot.roundId, digest);
    return { ...ballot, proof: sealed && presentSealed(sealed) };
  }
}
