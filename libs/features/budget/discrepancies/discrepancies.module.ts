import { Module } from '@nestjs/common';
import { DiscrepancyReader } from './discrepancy.reader.js';

/** What does not follow from what it should, found by itself. */
@Module({ providers: [DiscrepancyReader], exports: [DiscrepancyReader] })
export class DiscrepanciesModule {}
