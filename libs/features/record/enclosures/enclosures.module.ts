import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FilesModule } from '#platform/files/files.module.js';
import { AddEnclosure } from './add-enclosure.js';
import { EnclosureReader } from './enclosure.reader.js';
import { EnclosureRecord } from './enclosure.record.js';
import { ForgetLooseEnclosures } from './forget-loose-enclosures.js';

/** Files that persons in office lay beside their acts. */
@Module({
  imports: [FilesModule, TypeOrmModule.forFeature([EnclosureRecord])],
  providers: [AddEnclosure, EnclosureReader, ForgetLooseEnclosures],
  exports: [AddEnclosure, EnclosureReader, ForgetLooseEnclosures, FilesModule],
})
export class EnclosuresModule {}
