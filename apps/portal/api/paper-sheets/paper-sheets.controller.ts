import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { EnterSheet } from '#features/petitions/paper-sheets/enter-sheet.js';
import { IssueSheets } from '#features/petitions/paper-sheets/issue-sheets.js';
import {
  PaperSheetReader,
  type PaperSheetRow,
} from '#features/petitions/paper-sheets/paper-sheet.reader.js';
import { PetitionReader } from '#features/petitions/petitions/petition.reader.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { presentInstant } from '../instant.js';
import { IssuedSheetsDto, SheetEntryDto } from './paper-sheet.dto.js';

/** Signatures on paper: numbered sheets, read by two people. */
@ApiTags('petitions')
@Controller('api/v1')
export class PaperSheetsController {
  constructor(
    private readonly petitions: PetitionReader,
    private readonly sheets: PaperSheetReader,
    private readonly issueSheets: IssueSheets,
    private readonly enterSheet: EnterSheet,
  ) {}

  @Get('petitions/:id/sheets')
  @Access('public')
  @ApiOperation({
    operationId: 'listSheets',
    summary: 'Sheets of a petition and what came of them',
  })
  async list(@Param('id') id: string, @Req() request: FastifyRequest) {
    const petition = await this.petitions.getFor(signedInOf(request), id);
    const rows = await this.sheets.listOf(petition.id);
    return { items: rows.map(presentSheet), next: null };
  }

  @Post('petitions/:id/sheets')
  @Access({ roles: ['deputy'] })
  @ApiOperation({
    operationId: 'issueSheets',
    summary: 'Take numbered sheets for paper signatures',
  })
  async issue(
    @Param('id', KnownId) id: string,
    @Body() { count }: IssuedSheetsDto,
    @Req() request: FastifyRequest,
  ): Promise<{ numbers: number[] }> {
    return { numbers: await this.issueSheets.run(signedInOf(request)!, id, count) };
  }

  @Post('sheets/:id/entries')
  @Access({ roles: ['clerk'] })
  @ApiOperation({
    operationId: 'enterSheet',
    summary: 'Read a sheet; a second time by another clerk, by a third where they differ',
  })
  async enter(
    @Param('id', KnownId) id: string,
    @Body() { lines }: SheetEntryDto,
    @Req() request: FastifyRequest,
  ) {
    const typed = lines.map(({ mark, iin }) => ({ mark, iin: iin ?? '' }));
    await this.enterSheet.run(signedInOf(request)!, id, typed);
    return presentSheet(await this.sheets.get(id));
  }
}

/** Never who stands on it. */
function presentSheet({ id, number, lines, readings, settledAt, outcomes }: PaperSheetRow) {
  return {
    id,
    number,
    lines,
    readings,
    settledAt: settledAt && presentInstant(settledAt),
    outcomes,
  };
}
