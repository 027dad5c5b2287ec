import { Module } from '@nestjs/common';
import { ReadNews } from './read-news.js';
import { SignerNewsReader } from './signer-news.reader.js';

/** News of petitions for those who signed them. */
@Module({ providers: [ReadNews, SignerNewsReader], exports: [ReadNews, SignerNewsReader] })
export class SignerNewsModule {}
