import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DomainError } from '#rules/kernel/domain-error.js';
import { parseReceipt } from '#rules/participation/receipt-code.js';
import { BallotReader, type ReceiptRow } from '#features/participation/ballots/ballot.reader.js';
import { Access } from '#platform/http/access.js';

/** Looking up a receipt: presence only. */
@ApiTags('ballots')
@Controller('api/v1/receipts')
export class ReceiptsController {
  constructor(private readonly ballots: BallotReader) {}

  @Get(':code')
  @Access('public')
  @ApiOperation({
    operationId: 'findReceipt',
    summary: 'State of a recorded ballot by its receipt',
  })
  async find(@Param('code') code: string): Promise<ReceiptRow> {
    const parsed = parseReceipt(code);
    const found = parsed ? await this.ballots.findReceipt(parsed) : null;
    // A mistyped and an unknown code get one answer: it tells nothing about other codes.
    if (!found) throw new DomainError('not-found', 'receipt.not_found');
    return found;
  }
}
