import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BallotReader, type ReceiptRow } from '#features/participation/ballots/ballot.reader.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { LedgerReader } from '#features/proof/ledger/ledger.reader.js';
import { NoteReceiptCheck } from '#features/proof/receipt-checks/note-receipt-check.js';
import { receiptDigest } from '#rules/ledger/leaf-digests.js';
import { parseReceipt } from '#rules/participation/receipt-code.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { type FoundReceipt, presentReceipts } from './receipt.presenter.js';

/** Looking up a receipt: that a ballot is there, and nothing else. */
@PageController()
export class ReceiptPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly ballots: BallotReader,
    private readonly rounds: RoundReader,
    private readonly ledger: LedgerReader,
    private readonly checking: NoteReceiptCheck,
  ) {}

  @Show('receipts', 'public')
  ask(@Req() request: FastifyRequest): string {
    return form(this.pages.open(request));
  }

  @Take('receipts', 'public')
  async find(@Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.answer(
      this.pages.open(request),
      formFieldsOf(request).text('code'),
      (code) => code,
    );
  }

  @Show('r/:code', 'public')
  async show(@Req() request: FastifyRequest, @Param('code') typed: string): Promise<PageAnswer> {
    return this.answer(this.pages.open(request), typed, () => null);
  }

  /** A mistyped and an unknown code get one answer: it tells nothing about other codes. */
  private async answer(
    page: Page,
    typed: string,
    leadsTo: (code: string) => string | null,
  ): Promise<PageAnswer> {
    const code = parseReceipt(typed);
    const found = code ? await this.ballots.listReceipted(code) : [];
    if (!code || found.length === 0) return { html: form(page, typed), status: 404 };
    const address = leadsTo(code);
    if (address) return page.goTo(`/r/${address}`);
    const receipts: FoundReceipt[] = [];
    for (const ballot of found) receipts.push(await this.prove(ballot, code));
    return page.render('receipt/receipt', presentReceipts(code, receipts, page.say));
  }

  private async prove(found: ReceiptRow, code: string): Promise<FoundReceipt> {
    const digest = receiptDigest(code);
    const round = await this.rounds.getPublic(found.roundId);
    await this.checking.run(found.roundId, digest);
    return { found, round, sealed: await this.ledger.findSealed(found.roundId, digest) };
  }
}

function form(page: Page, typed?: string): string {
  const text = page.say.t('errors.receipt.not_found');
  const faults = { summary: [{ text, href: '#code' }], fields: { code: text } };
  return page.render('receipt/receipts', {
    title: page.say.t('receipts.ask.title'),
    typed: typed?.slice(0, 40),
    faults: typed === undefined ? undefined : faults,
  });
}
