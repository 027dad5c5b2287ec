import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PetitionsModule } from '../petitions/petitions.module.js';
import { EnterSheet } from './enter-sheet.js';
import { IssueSheets } from './issue-sheets.js';
import { PaperEntryRecord } from './paper-entry.record.js';
import { PaperLineRecord } from './paper-line.record.js';
import { PaperSheetReader } from './paper-sheet.reader.js';
import { PaperSheetRecord } from './paper-sheet.record.js';

const RECORDS = [PaperSheetRecord, PaperEntryRecord, PaperLineRecord];
const PROVIDERS = [EnterSheet, IssueSheets, PaperSheetReader];

/** Signatures on paper: numbered sheets, read by two people, by a third where they differ. */
@Module({
  imports: [TypeOrmModule.forFeature(RECORDS), PetitionsModule],
  providers: PROVIDERS,
  exports: PROVIDERS,
})
export class PaperSheetsModule {}
