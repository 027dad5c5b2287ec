import { Module } from '@nestjs/common';
import { OfficeHolderReader } from './office-holder.reader.js';

/** Who holds which office. */
@Module({ providers: [OfficeHolderReader], exports: [OfficeHolderReader] })
export class OfficersModule {}
