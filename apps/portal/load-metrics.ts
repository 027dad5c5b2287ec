import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Counter, Gauge, type Registry } from 'prom-client';
import { RequestLimits } from '#platform/limits/request-limits.js';
import { LOAD_STAGES } from '#platform/load/load-stage.js';
import { StageKeeper } from '#platform/load/stage-keeper.js';

/** The stage of load with what led to it, and how often a limit refused. */
export function watchLoad(app: NestFastifyApplication, registry: Registry): void {
  const keeper = app.get(StageKeeper, { strict: false });
  const gauges: readonly [string, string, () => number][] = [
    ['stage', 'Stage of load, 0 is full', () => LOAD_STAGES.indexOf(keeper.stage)],
    ['stage_set', '1 where the operator has set the stage', () => Number(keeper.isSet)],
    ['limits_on', '0 where limits are switched off', () => Number(keeper.limitsOn)],
    ['loop_delay_ms', 'Delay of the event loop', () => keeper.lastReading.loopDelayMs],
    ['waiting', 'Requests waiting for a connection', () => keeper.lastReading.waiting],
  ];
  for (const [name, help, value] of gauges) addGauge(registry, { name, help, value });
  countRefusals(app, registry);
}

interface GaugePlan {
  readonly name: string;
  readonly help: string;
  readonly value: () => number;
}

/** Of several portals the highest counts, but for limits: there one that is off must show. */
function addGauge(registry: Registry, { name, help, value }: GaugePlan): void {
  new Gauge({
    name: `qatysu_load_${name}`,
    help,
    aggregator: name === 'limits_on' ? 'min' : 'max',
    registers: [registry],
    collect() {
      this.set(value());
    },
  });
}

function countRefusals(app: NestFastifyApplication, registry: Registry): void {
  const refused = new Counter({
    name: 'qatysu_limit_refusals_total',
    help: 'Costly acts refused, by what was counted: person, network or day',
    labelNames: ['act', 'by'],
    registers: [registry],
  });
  app.get(RequestLimits, { strict: false }).onRefused((act, by) => refused.inc({ act, by }));
}
