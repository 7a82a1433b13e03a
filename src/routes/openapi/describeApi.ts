import { interactionsQuerySchema, salesQuerySchema } from '../../analytics/figureQuery';
import { errorCatalogue } from '../../errorCatalogue';
import { errorText, type ErrorCode } from '../../errors';
import { refreshCookieName } from '../auth/cookies';
import type { Route } from '../route';
import { toJsonSchema } from './jsonSchema';
import { operation, type Components } from './operation';
import { exampleProblem, problemSchema } from './problemSchema';

/** Routes as OpenAPI 3.1: what they take, what they answer, what they refuse, with examples. */
export function describeApi(
  routes: Route[],
  version: string,
): { openapi: string; [member: string]: unknown } {
  const components: Components = { schemas: {}, responses: {} };
  const { schemas } = components;
  toJsonSchema(problemSchema, 'output', schemas);
  // What figures are asked by, here and by the agent's tools; made of the semantic model.
  schemas.SalesQuery = toJsonSchema(salesQuerySchema, 'input', schemas);
  schemas.InteractionsQuery = toJsonSchema(interactionsQuerySchema, 'input', schemas);

  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route, components) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'NaruTalk',
      version,
      description:
        'Errors are `application/problem+json` (RFC 9457) with a stable `code`. Events of the sockets: `/api/asyncapi.json`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: { ...components, headers, examples: examples(), securitySchemes },
  };
}

const headers = {
  RequestId: {
    description: 'Number of the call, as in the log and the trace.',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  },
  RateLimitPolicy: { description: 'How many calls a minute are served.', schema: { type: 'string' } },
  RateLimit: { description: 'How many of them are left, and until when.', schema: { type: 'string' } },
  RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } },
};

const securitySchemes = {
  accessToken: {
    ...{ type: 'http', scheme: 'bearer' },
    description: 'Of `POST /api/auth/login`, or a key of `POST /api/auth/api-keys`.',
  },
  setUpToken: {
    type: 'http',
    scheme: 'bearer',
    description: 'The start prints it, or `SETUP_TOKEN` sets it.',
  },
  refreshCookie: { type: 'apiKey', in: 'cookie', name: refreshCookieName },
};

/** Every code of the catalogue as it is answered, told in English as well. */
function examples(): Record<string, object> {
  const codes = Object.keys(errorCatalogue) as ErrorCode[];
  return Object.fromEntries(
    codes.map((code) => [code, { summary: errorText(code, 'en'), value: exampleProblem(code) }]),
  );
}
