import { Header, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isPublic, PETITION_STATES } from '#rules/petitions/petition-lifecycle.js';
import { AnswerReader } from '#features/petitions/answers/answer.reader.js';
import { CollectionReader } from '#features/petitions/collections/collection.reader.js';
import { PetitionReader } from '#features/petitions/petitions/petition.reader.js';
import { SignatureReader } from '#features/petitions/signatures/signature.reader.js';
import { Costs } from '#platform/limits/costs.js';
import { publicCount } from '../../api/petitions/shown-count.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentAround } from '../deputy-desk/around-petition.presenter.js';
import { presentAnswer } from './answer.presenter.js';
import { presentPetitionPage } from './petition.presenter.js';
import { petitionFeed, petitionsFeed } from './petitions-feed.js';
import { questionOf, readPetitionsQuery } from './petitions-query.js';
import { presentPetitions } from './petitions.presenter.js';
import { ukPetition } from './uk-petition.js';

const IN_FEED = 50;
const SIGNERS_SHOWN = 20;
const PUBLIC_STATES = PETITION_STATES.filter(isPublic);

/** Petitions, for everybody; a crowd on one of them costs a few queries in two seconds. */
@PageController('petitions')
export class PetitionPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly petitions: PetitionReader,
    private readonly signatures: SignatureReader,
    private readonly answers: AnswerReader,
    private readonly collections: CollectionReader,
  ) {}

  @Show('', 'public')
  @Costs('search', 'q')
  async list(
    @Query() sent: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const query = readPetitionsQuery(sent);
    return page.shared(async () => {
      const rows = await this.petitions.list(questionOf(query));
      const model = presentPetitions({ query, rows, today: page.frame.today }, page.say);
      return page.render('petitions/petitions', model);
    });
  }

  @Show('feed.atom', 'public')
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  @Header('cache-control', 'public, max-age=60')
  async feed(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const question = { states: PUBLIC_STATES, sequence: 'newest', limit: IN_FEED } as const;
    const rows = await this.petitions.list(question);
    return petitionsFeed(rows.slice(0, IN_FEED), listAddress(request, page), page.say);
  }

  @Show(':number', 'public')
  async show(@Param('number') number: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const petition = await this.petitions.getFor(undefined, number);
      const [about, byPlace, latest, around] = await Promise.all([
        this.answers.find(petition.id),
        this.signatures.countByPlace(petition.id),
        this.signatures.listLatest(petition.id, SIGNERS_SHOWN),
        this.collections.find(petition.id),
      ]);
      const { today } = page.frame;
      const matter = { petition, about, byPlace: publicCount(byPlace), latest, today };
      return page.render('petitions/petition', {
        ...presentPetitionPage(matter, page.say),
        around: presentAround(petition, around, page.say),
      });
    }, 'count');
  }

  @Show(':number/answer', 'public')
  async answer(
    @Param('number') number: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const petition = await this.petitions.getFor(undefined, number);
      const about = await this.answers.find(petition.id);
      const matter = { petition, ...about, today: page.frame.today };
      return page.render('petitions/answer', presentAnswer(matter, page.say));
    });
  }

  @Show(':number/petition.json', 'public')
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('cache-control', 'public, max-age=5')
  async json(@Param('number') number: string, @Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const petition = await this.petitions.getFor(undefined, number);
    const [about, byPlace] = await Promise.all([
      this.answers.find(petition.id),
      this.signatures.countByPlace(petition.id),
    ]);
    const self = `${listAddress(request, page)}/${petition.number}/petition.json`;
    const more = { byPlace: publicCount(byPlace), self, say: page.say };
    return JSON.stringify(ukPetition(petition, about, more));
  }

  @Show(':number/feed.atom', 'public')
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  @Header('cache-control', 'public, max-age=60')
  async feedOfOne(
    @Param('number') number: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const page = this.pages.open(request);
    const row = await this.petitions.getFor(undefined, number);
    const { news } = await this.collections.find(row.id);
    return petitionFeed({ row, news }, listAddress(request, page), page.say);
  }
}

function listAddress(request: FastifyRequest, page: ReturnType<Pages['open']>): string {
  return `${page.frame.origin ?? `http://${request.host}`}/${page.lang}/petitions`;
}
