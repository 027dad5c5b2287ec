import { SetMetadata } from '@nestjs/common';
import type { CostlyActName } from './costly-acts.js';

export const COSTS = Symbol('costs');

export interface Cost {
  readonly act: CostlyActName;
  /** Counted only where this parameter of the query says something. */
  readonly asked: string | undefined;
}

/**
 * Says that a route is a costly act: it is limited, and may be off in a stage of load.
 *
 * @example `@Costs('search', 'q')` costs only where something is sought
 */
export function Costs(act: CostlyActName, asked?: string): MethodDecorator {
  return SetMetadata(COSTS, { act, asked } satisfies Cost);
}
