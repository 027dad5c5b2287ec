import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { LedgerKey } from '#features/proof/ledger/ledger-key.js';
import { LedgerReader } from '#features/proof/ledger/ledger.reader.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentHowToCheck } from './how-to-check.presenter.js';
import { presentLedger } from './ledger.presenter.js';

const SHOWN_CHECKPOINTS = 10;

/** The ledger in plain words, and how anybody checks a vote. */
@PageController()
export class LedgerPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly ledger: LedgerReader,
    private readonly key: LedgerKey,
  ) {}

  @Show('ledger', 'public')
  async show(@Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const checkpoints = await this.ledger.listCheckpoints(SHOWN_CHECKPOINTS);
      const { lines: keys } = this.key;
      return page.render('ledger/ledger', presentLedger(page.say, { checkpoints, keys }));
    });
  }

  @Show('how-to-check', 'public')
  howToCheck(@Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(() =>
      Promise.resolve(page.render('ledger/how-to-check', presentHowToCheck(page.say))),
    );
  }
}
