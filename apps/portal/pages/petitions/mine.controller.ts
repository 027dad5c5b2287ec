import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  SignatureReader,
  type SignedPetitionRow,
} from '#features/petitions/signatures/signature.reader.js';
import type { Wording } from '#platform/views/wording.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';

const MOST_SHOWN = 200;

/** What a resident has signed, with the number of each signature. */
@PageController('my/petitions')
export class MyPetitionsController {
  constructor(
    private readonly pages: Pages,
    private readonly signatures: SignatureReader,
  ) {}

  @Show('', 'signed-in')
  async show(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const rows = await this.signatures.listOwn(page.person!.personId, MOST_SHOWN);
    const title = page.say.t('petitions.mine.title');
    const table = rows.length > 0 ? tableOf(rows, page.say) : undefined;
    return page.render('petitions/mine', { title, table });
  }
}

function tableOf(rows: readonly SignedPetitionRow[], say: Wording) {
  return {
    caption: say.t('petitions.mine.title'),
    columns: ['petition', 'number', 'at'].map((name) => ({
      text: say.t(`petitions.mine.${name}`),
    })),
    rows: rows.map(({ title, petitionNumber, number, signedAt }) => ({
      cells: [
        { text: say.official(title).text, path: `/petitions/${petitionNumber}/signed` },
        { text: say.t('petitions.signed.number', { number }) },
        { text: say.dateTime(signedAt) },
      ],
    })),
  };
}
