import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Gauge, type Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { MessageDispatch } from '#platform/messages/message-dispatch.js';
import { MESSAGE_WAYS, type MessageWay } from '#platform/messages/message-way.js';

interface WayCount {
  readonly way: MessageWay;
  readonly waiting: number;
  readonly dead: number;
}

/** What waits to leave, what failed for good, and whether a way is left alone for now. */
export function watchMessages(app: NestFastifyApplication, registry: Registry): void {
  const dataSource = app.get(DataSource, { strict: false });
  const dispatch = app.get(MessageDispatch, { strict: false });
  new Gauge({
    name: 'qatysu_messages',
    help: 'Messages to people by way and state: waiting or dead',
    labelNames: ['way', 'state'],
    aggregator: 'max',
    registers: [registry],
    async collect() {
      for (const { way, waiting, dead } of await countOf(dataSource)) {
        this.set({ way, state: 'waiting' }, waiting);
        this.set({ way, state: 'dead' }, dead);
      }
    },
  });
  new Gauge({
    name: 'qatysu_messages_way_open',
    help: '0 where the process leaves a way alone after failures',
    labelNames: ['way'],
    aggregator: 'min',
    registers: [registry],
    collect() {
      for (const way of MESSAGE_WAYS) this.set({ way }, Number(dispatch.isOpen(way)));
    },
  });
}

/** While the database is away the other figures are still told. */
async function countOf(dataSource: DataSource): Promise<readonly WayCount[]> {
  return dataSource.query<WayCount[]>(COUNTS).catch(() => []);
}

const COUNTS = `
  select w.way, count(m.id) filter (where m.dead_at is null)::int as waiting,
    count(m.id) filter (where m.dead_at is not null)::int as dead
  from unnest(array['mail', 'sms']) w (way)
    left join outgoing_messages m
      on m.way = w.way and m.sent_at is null and m.dropped_at is null
  group by w.way`;
