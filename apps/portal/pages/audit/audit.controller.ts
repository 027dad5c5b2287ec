import { Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AuditTrailReader } from '#features/record/audit-trail/audit-trail.reader.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { readAuditFilter } from './audit-filter.js';
import { presentAudit } from './audit.presenter.js';

const ON_A_PAGE = 25;

/** The audit trail: by post to everybody, by name to auditors of the place. */
@PageController('audit')
export class AuditPageController {
  constructor(
    private readonly pages: Pages,
    private readonly trail: AuditTrailReader,
  ) {}

  @Show('', 'public')
  async show(
    @Req() request: FastifyRequest,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<string> {
    const page = this.pages.open(request);
    const filter = readAuditFilter(query);
    const [rows, acts] = await Promise.all([
      this.trail.list({ ...filter.question, limit: ON_A_PAGE + 1 }),
      this.trail.listActs(),
    ]);
    const model = {
      filter,
      acts,
      rows: rows.slice(0, ON_A_PAGE),
      isLast: rows.length <= ON_A_PAGE,
    };
    return page.render('audit/audit', presentAudit({ ...model, reader: page.person }, page.say));
  }
}
