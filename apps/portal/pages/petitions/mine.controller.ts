import { Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  SignatureReader,
  type SignedPetitionRow,
} from '#features/petitions/signatures/signature.reader.js';
import type { Wording } from '#platform/views/wording.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';

const MOST_SHOWN = 200;
const NUMBER = /^\d{4}-\d{1,9}$/;

/** What a resident has signed, with the number of each signature. */
@PageController('my/petitions')
export class MyPetitionsController {
  constructor(
    private readonly pages: Pages,
    private readonly signatures: SignatureReader,
  ) {}

  @Show('', 'signed-in')
  async show(
    @Req() request: FastifyRequest,
    @Query('withdrawn') withdrawn: unknown,
  ): Promise<string> {
    const page = this.pages.open(request);
    const rows = await this.signatures.listOwn(page.person!.personId, MOST_SHOWN);
    const title = page.say.t('petitions.mine.title');
    const table = rows.length > 0 ? tableOf(rows, page.say) : undefined;
    const notice = withdrawnNotice(String(withdrawn), rows, page.say);
    return page.render('petitions/mine', { title, table, notice });
  }
}

/** Said once after a withdrawal; never of a petition that is signed. */
function withdrawnNotice(number: string, rows: readonly SignedPetitionRow[], say: Wording) {
  if (!NUMBER.test(number)) return undefined;
  if (rows.some(({ petitionNumber }) => petitionNumber === number)) return undefined;
  return { text: say.t('petitions.mine.withdrawn', { number }), path: `/petitions/${number}` };
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
