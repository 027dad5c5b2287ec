import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ReadNews } from '#features/petitions/signer-news/read-news.js';
import {
  SignerNewsReader,
  type SignerNewsRow,
} from '#features/petitions/signer-news/signer-news.reader.js';
import type { Wording } from '#platform/views/wording.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';

const MOST_SHOWN = 100;

/** What has happened to the petitions that a resident signed; what is new is marked. */
@PageController('my/news')
export class MyNewsController {
  constructor(
    private readonly pages: Pages,
    private readonly news: SignerNewsReader,
    private readonly readNews: ReadNews,
  ) {}

  @Show('', 'signed-in')
  async show(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const rows = await this.news.listFor(page.person!.personId, MOST_SHOWN);
    return page.render('petitions/my-news', {
      title: page.say.t('petitions.news.title'),
      news: rows.map((row) => presentNews(row, page.say)),
      hasUnread: rows.some(({ isUnread }) => isUnread),
      until: rows[0]?.at.toISOString(),
    });
  }

  @Take('', 'signed-in')
  async read(@Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const until = new Date(formFieldsOf(request).text('until'));
    if (!Number.isNaN(until.getTime())) await this.readNews.run(page.person!, until);
    return page.goTo('/my/news');
  }
}

function presentNews(row: SignerNewsRow, say: Wording) {
  const { kind, petitionNumber, petitionTitle, title, at, isUnread } = row;
  const part = kind === 'news' ? '#news' : '';
  return {
    text: title ? say.official(title).text : say.t(`petitions.course.${kind}`),
    petition: say.official(petitionTitle).text,
    path: `/petitions/${petitionNumber}${kind === 'answered' ? '/answer' : part}`,
    at: say.dateTime(at),
    isUnread,
  };
}
