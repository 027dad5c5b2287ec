import { Controller, Get, Param, ParseIntPipe } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { LineTrailReader } from '#features/budget/trail/line-trail.reader.js';
import { Access } from '#platform/http/access.js';
import { presentLineTrail } from './line-trail.presenter.js';

/** A line of a budget, up to what it rests on and down to what was built. */
@ApiTags('trail')
@Controller('api/v1/budgets/:id/lines/:number/trail')
export class LineTrailController {
  constructor(private readonly trails: LineTrailReader) {}

  @Get()
  @Access('public')
  @ApiOperation({
    operationId: 'followLineTrail',
    summary: 'Every step of a budget line from its origin to the warranty; missing ones as missing',
  })
  async follow(@Param('id') id: string, @Param('number', ParseIntPipe) number: number) {
    return presentLineTrail(await this.trails.get(id, number));
  }
}
