import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AuditTrailReader } from '#features/record/audit-trail/audit-trail.reader.js';
import { Access } from '#platform/http/access.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { Costs } from '#platform/limits/costs.js';
import { csvTable } from '../csv-table.js';
import { type PageOf, pageOf } from '../page-query.dto.js';
import { type AuditEntryView, presentAuditEntry } from './audit-entry.presenter.js';
import { AuditQueryDto } from './audit-query.dto.js';
import { AUDIT_COLUMNS, csvRowOf } from './audit-csv.js';

/** Acts of people in office: who (post), what, when, object. */
@ApiTags('audit-trail')
@Controller('api/v1')
export class AuditTrailController {
  constructor(private readonly trail: AuditTrailReader) {}

  @Get('audit-trail')
  @Access('public')
  @ApiOperation({
    operationId: 'readAuditTrail',
    summary: 'Acts of people in office, the newest first; names for auditors only',
  })
  async list(
    @Query() query: AuditQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<PageOf<AuditEntryView>> {
    const rows = await this.trail.list({ ...query, limit: query.limit + 1 });
    const present = (row: (typeof rows)[number]) => presentAuditEntry(row, signedInOf(request));
    return pageOf(rows, query.limit, { key: (row) => row.id, present });
  }

  @Get('audit-trail.csv')
  @Costs('export')
  @Access('public')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="audit-trail.csv"')
  @ApiOperation({ operationId: 'downloadAuditTrail', summary: 'The same as CSV, without names' })
  async download(@Query() query: AuditQueryDto): Promise<string> {
    const rows = await this.trail.list(query);
    return csvTable(rows.map(csvRowOf), { columns: AUDIT_COLUMNS, kind: 'plain' });
  }
}
