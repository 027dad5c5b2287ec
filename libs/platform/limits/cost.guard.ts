import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { signedInOf } from '../identity/signed-in.js';
import { isOffAt, type Saving } from '../load/load-stage.js';
import { StageKeeper } from '../load/stage-keeper.js';
import { rememberAskedAct } from './asked-act.js';
import { ComeBackLater } from './come-back-later.js';
import { costlyAct, type CostlyActName } from './costly-acts.js';
import { COSTS, type Cost } from './costs.js';
import { type Asker, RequestLimits } from './request-limits.js';

const AGAIN_SECONDS = 60;
const REFUSED = 400;

/** Lets a costly act pass where it is on in this stage and was not asked for too often. */
@Injectable()
export class CostGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly keeper: StageKeeper,
    private readonly limits: RequestLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const cost = this.reflector.get<Cost | undefined>(COSTS, context.getHandler());
    if (!cost) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!isAsked(cost, request)) return true;
    rememberAskedAct(request, cost.act);
    const { needs, refusedOnly } = costlyAct(cost.act);
    if (needs) this.assertOn(needs);
    const asker = { person: signedInOf(request)?.personId ?? null, address: request.ip };
    await this.limits.take(cost.act, asker);
    if (refusedOnly) this.giveBackOnSuccess(cost.act, asker, context);
    return true;
  }

  private giveBackOnSuccess(act: CostlyActName, asker: Asker, context: ExecutionContext): void {
    const { raw } = context.switchToHttp().getResponse<FastifyReply>();
    raw.once('finish', () => {
      if (raw.statusCode < REFUSED) void this.limits.giveBack(act, asker);
    });
  }

  private assertOn(saving: Saving): void {
    if (isOffAt(this.keeper.stage, saving))
      throw new ComeBackLater(503, `load.${saving}`, AGAIN_SECONDS);
  }
}

function isAsked({ asked }: Cost, request: FastifyRequest): boolean {
  if (asked === undefined) return true;
  const value = (request.query as Readonly<Record<string, unknown>>)[asked];
  return value !== undefined && value !== '';
}
