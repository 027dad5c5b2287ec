import { Module } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.token.js';
import { FileStore } from './file-store.js';
import { FolderFileStore, filesFolderOf } from './folder-file-store.js';
import { Uploads } from './uploads.js';

/** Uploaded files, under the data folder. */
@Module({
  providers: [
    Uploads,
    {
      provide: FileStore,
      inject: [CONFIG],
      useFactory: (config: Config) => new FolderFileStore(filesFolderOf(config)),
    },
  ],
  exports: [FileStore, Uploads],
})
export class FilesModule {}
