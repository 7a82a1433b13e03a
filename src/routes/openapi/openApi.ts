import { z } from 'zod';
import { interactionsQuerySchema, salesQuerySchema } from '../../analytics/figureQuery';
import { errorCatalogue } from '../../errorCatalogue';
import { route, type Route } from '../route';

/** The description of every route (OpenAPI 3.1), made from the same schemas the routes check their input with. */
export function openApiRoute(routes: Route[], version: string): Route {
  const description = describe(routes, version);
  return route({
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description.',
    who: 'everyone',
    record: 'count',
    beforeMigration: true,
    handle: async () => description,
  });
}

function describe(routes: Route[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const declared of routes) {
    const path = declared.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [declared.method]: operation(declared) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'NaruTalk', version },
    paths,
    components: {
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: {
        Problem: problemSchema(),
        // What figures are asked by, here and by the agent's tools; made of the semantic model.
        SalesQuery: jsonSchema(salesQuerySchema),
        InteractionsQuery: jsonSchema(interactionsQuerySchema),
      },
    },
  };
}

function operation({ summary, who, params, query, body, status = 200 }: Route): object {
  return {
    summary,
    ...(who === 'everyone' ? {} : { security: [{ accessToken: [] }], 'x-permission': who }),
    parameters: [...parameters('path', params), ...parameters('query', query)],
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(body) } } } }
      : {}),
    responses: {
      [status]: { description: 'As asked.' },
      default: {
        description: 'A problem (RFC 9457).',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function parameters(place: 'path' | 'query', schema: z.ZodType | undefined): object[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema) as {
    properties?: Record<string, object>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function jsonSchema(schema: z.ZodType): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}

function problemSchema(): object {
  return {
    type: 'object',
    required: ['type', 'title', 'status', 'code', 'detail'],
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string', enum: Object.keys(errorCatalogue) },
      detail: { type: 'string' },
      errors: {
        type: 'array',
        items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
      },
      requestId: { type: 'string' },
    },
  };
}
