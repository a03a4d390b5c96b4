import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

/** Describes the routes in OpenAPI 3.1 from their own zod schemas, so that the document cannot differ from them. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Distribution Desk proxy',
        version: '1',
        description: 'What the task pane asks of the proxy that stages distributions in Nova.',
      },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: 'The token that POST /api/sign-in gives.' },
        },
      },
      security: [{ token: [] }],
    },
    transform: jsonSchemaTransform,
  });
  app.route({
    method: 'GET',
    url: '/openapi.json',
    config: { role: 'open' },
    schema: { hide: true },
    handler: () => app.swagger(),
  });
}
