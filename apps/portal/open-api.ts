import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import { sessionCookieName } from '#platform/identity/session-token.js';
import {
  SIGN_PETITION_OPERATION,
  SIGN_PETITION_PATH,
} from './api/petitions/sign-petition.route.js';
import { CAST_BALLOT_OPERATION, CAST_BALLOT_PATH } from './api/ballots/cast-ballot.route.js';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string', description: 'Address of the explanation' },
    title: { type: 'string', description: 'Text in the language of Accept-Language' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable code' },
    requestId: { type: 'string' },
  },
  additionalProperties: true,
};

/** Serves the OpenAPI 3.1 document, generated from the code, at /api/openapi.json. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const config = new DocumentBuilder()
    .setTitle('Qatysu')
    .setDescription('Participatory budgeting and petitions for towns and villages')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/en/')
    .addCookieAuth(sessionCookieName(app.get<Config>(CONFIG).production))
    .build();
  const described = SwaggerModule.createDocument(app, config);
  const document = JSON.stringify(withProblems(withHotPaths(described)));
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', (_request, reply) => reply.type('application/json').send(document));
}

/** The hot paths stand outside the framework's controllers and describe themselves. */
function withHotPaths(document: OpenAPIObject): OpenAPIObject {
  const { paths } = document;
  const cast = { ...paths[CAST_BALLOT_PATH], put: CAST_BALLOT_OPERATION as never };
  const sign = { ...paths[SIGN_PETITION_PATH], post: SIGN_PETITION_OPERATION as never };
  return {
    ...document,
    paths: { ...paths, [CAST_BALLOT_PATH]: cast, [SIGN_PETITION_PATH]: sign },
  };
}

function withProblems(document: OpenAPIObject): OpenAPIObject {
  const problem = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  };
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation)
        operation.responses['default'] = { description: 'A problem (RFC 9457)', content: problem };
    }
  }
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM as never },
  };
  return document;
}
