import { Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { LANGS } from '#platform/views/lang.js';
import { Views } from '#platform/views/views.js';
import { ownPath } from '../_frame/page-address.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentArticle } from './article.presenter.js';
import { presentGlossary } from './glossary.presenter.js';

/** Short, plain pages about the portal itself. */
@PageController()
export class AboutPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly views: Views,
  ) {}

  @Show('help', 'public')
  help(@Req() request: FastifyRequest): string {
    return this.article(request, 'help');
  }

  @Show('accessibility', 'public')
  accessibility(@Req() request: FastifyRequest): string {
    return this.article(request, 'accessibility');
  }

  @Show('privacy', 'public')
  privacy(@Req() request: FastifyRequest): string {
    return this.article(request, 'privacy');
  }

  @Show('cookies', 'public')
  cookies(@Req() request: FastifyRequest): string {
    return this.article(request, 'cookies');
  }

  @Show('contacts', 'public')
  contacts(@Req() request: FastifyRequest): string {
    return this.article(request, 'contacts');
  }

  @Show('feedback', 'public')
  feedback(@Req() request: FastifyRequest, @Query('page') about?: string): string {
    const page = this.pages.open(request);
    const path = ownPath(about);
    return page.render('about/feedback', { ...presentArticle('feedback', page.say), about: path });
  }

  @Show('glossary', 'public')
  glossary(@Req() request: FastifyRequest): string {
    const page = this.pages.open(request);
    const wordings = LANGS.map((lang) => this.views.wording(lang));
    return page.render('about/glossary', presentGlossary(page.say, wordings));
  }

  private article(
    request: FastifyRequest,
    name: 'help' | 'accessibility' | 'privacy' | 'cookies' | 'contacts',
  ): string {
    const page = this.pages.open(request);
    return page.render('about/article', presentArticle(name, page.say));
  }
}
