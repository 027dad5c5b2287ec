import { createServer, type Server } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/**
 * Prometheus text on a port of its own, never beside the public pages: process figures and how long
 * each route took, by its pattern and status.
 */
export async function serveMetrics(
  app: NestFastifyApplication,
  host: string,
  port: number,
): Promise<Server> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  watchRoutes(app, registry);
  const server = createServer((_request, response) => {
    void registry.metrics().then((text) => {
      response.setHeader('content-type', registry.contentType);
      response.end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  return server;
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
