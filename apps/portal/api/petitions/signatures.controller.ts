import { Controller, Delete, Get, HttpCode, Param, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#rules/kernel/domain-error.js';
import { parseReceipt } from '#rules/participation/receipt-code.js';
import {
  type ReceiptedSignatureRow,
  SignatureReader,
} from '#features/petitions/signatures/signature.reader.js';
import { WithdrawSignature } from '#features/petitions/signatures/withdraw-signature.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { presentInstant } from '../instant.js';

/** One's own signature; signing is in sign-petition.route.ts. */
@ApiTags('petitions')
@Controller('api/v1')
export class SignaturesController {
  constructor(
    private readonly signatures: SignatureReader,
    private readonly withdrawSignature: WithdrawSignature,
  ) {}

  @Get('petitions/:id/signatures/mine')
  @Access('signed-in')
  @ApiOperation({ operationId: 'findMySignature', summary: 'Whether one has signed' })
  async find(@Param('id', KnownId) id: string, @Req() request: FastifyRequest) {
    const own = await this.signatures.findOwn(id, signedInOf(request)!.personId);
    if (!own) throw new DomainError('not-found', 'signature.not_signed');
    return { ...own, signedAt: presentInstant(own.signedAt) };
  }

  @Delete('petitions/:id/signatures/mine')
  @Access({ roles: ['resident'] })
  @HttpCode(204)
  @ApiOperation({ operationId: 'withdrawSignature', summary: 'Take one’s own signature back' })
  async withdraw(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<void> {
    await this.withdrawSignature.run(signedInOf(request)!.personId, id);
  }

  @Get('signatures/:receipt')
  @Access('public')
  @ApiOperation({ operationId: 'findSignatureReceipt', summary: 'What a receipt stands for' })
  async findReceipt(@Param('receipt') code: string) {
    const parsed = parseReceipt(code);
    const found = parsed ? await this.signatures.listReceipted(parsed) : [];
    const [first, ...others] = found.map(presentReceipted);
    // A mistyped and an unknown code get one answer: it tells nothing about other codes.
    if (!first) throw new DomainError('not-found', 'receipt.not_found');
    return { ...first, others };
  }
}

function presentReceipted(row: ReceiptedSignatureRow) {
  return { ...row, signedAt: presentInstant(row.signedAt) };
}
