import { Module } from '@nestjs/common';
import { TerritoryReader } from './territory.reader.js';

/** Territorial units by KATO. */
@Module({ providers: [TerritoryReader], exports: [TerritoryReader] })
export class TerritoriesModule {}
