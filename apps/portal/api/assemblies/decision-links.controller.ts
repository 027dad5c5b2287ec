import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { HeardReportReader } from '#features/assemblies/akim-answers/heard-report.reader.js';
import { DecisionLinkReader } from '#features/assemblies/minutes/decision-link.reader.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { Access } from '#platform/http/access.js';
import { DecisionLinksQueryDto } from './akim-answer.dto.js';
import { presentDecisionLink } from './minutes.presenter.js';

/** What decisions of residents speak of, and reports that they heard. */
@ApiTags('assemblies')
@Controller('api/v1')
export class DecisionLinksController {
  constructor(
    private readonly links: DecisionLinkReader,
    private readonly reports: HeardReportReader,
    private readonly clock: DatabaseClock,
  ) {}

  @Get('decision-links')
  @Access('public')
  @ApiOperation({ operationId: 'listDecisionLinks', summary: 'Decisions about one object' })
  async list(@Query() { kind, id }: DecisionLinksQueryDto) {
    const rows = await this.links.listOn(kind === 'budgetLine' ? 'budget-line' : kind, id);
    return { items: rows.map(presentDecisionLink), next: null };
  }

  @Get('territories/:kato/heard-reports')
  @Access('public')
  @ApiOperation({
    operationId: 'listHeardReports',
    summary: 'Reports heard, and what they lead to',
  })
  async heard(@Param('kato') territory: string) {
    const { today } = await this.clock.now();
    const { reports, ground } = await this.reports.getOf(territory, today);
    return { items: reports, ground, next: null };
  }
}
