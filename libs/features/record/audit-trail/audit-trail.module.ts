import { Module } from '@nestjs/common';
import { AuditTrailReader } from './audit-trail.reader.js';

/** The record of every act of a person in office. */
@Module({ providers: [AuditTrailReader], exports: [AuditTrailReader] })
export class AuditTrailModule {}
