import { createServer, type Server } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AggregatorRegistry, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { watchLoad } from './load-metrics.js';
import { watchMessages } from './message-metrics.js';

const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Prometheus text, made when it is asked for. */
export interface MetricsSource {
  readonly contentType: string;
  read(): Promise<string>;
}

/** Process figures and how long each route took, by its pattern and status. */
export function watchPortal(app: NestFastifyApplication): MetricsSource {
  const registry = registryOf(app);
  return { contentType: registry.contentType, read: () => registry.metrics() };
}

/** In a portal that is one of several: its figures are added up by the process that started it. */
export function lendMetrics(app: NestFastifyApplication): void {
  AggregatorRegistry.setRegistries(registryOf(app));
  new AggregatorRegistry();
}

/** The figures of all portals that this process started. */
export function metricsOfPortals(): MetricsSource {
  const registry = new AggregatorRegistry();
  return { contentType: registry.contentType, read: () => registry.clusterMetrics() };
}

/** Answers on a port of its own, never beside the public pages. */
export async function serveMetrics(
  source: MetricsSource,
  host: string,
  port: number,
): Promise<Server> {
  const server = createServer((_request, response) => {
    source.read().then(
      (text) => response.setHeader('content-type', source.contentType).end(text),
      () => response.writeHead(503).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  return server;
}

function registryOf(app: NestFastifyApplication): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  watchRoutes(app, registry);
  watchLoad(app, registry);
  watchMessages(app, registry);
  return registry;
}

function watchRoutes(app: NestFastifyApplication, registry: Registry): void {
  const seconds = new Histogram({
    name: 'qatysu_http_request_seconds',
    help: 'Duration of requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS_SECONDS,
    registers: [registry],
  });
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onResponse', (request, reply, done) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
    };
    seconds.observe(labels, reply.elapsedTime / 1000);
    done();
  });
}
