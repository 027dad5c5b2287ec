import { Controller, Get, HttpException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Access } from '#platform/http/access.js';
import { MIGRATIONS } from '#platform/persistence/migrations.js';

/** Probes for whoever runs the portal. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('healthz')
  @Access('public')
  live(): { state: 'live' } {
    return { state: 'live' };
  }

  @Get('readyz')
  @Access('public')
  async ready(): Promise<{ state: 'ready' }> {
    const [row] = (await this.dataSource.query(`select count(*)::int as done from migrations`)) as {
      done: number;
    }[];
    if (row!.done < MIGRATIONS.length)
      throw new HttpException({ code: 'platform.not_migrated' }, 503);
    return { state: 'ready' };
  }
}
