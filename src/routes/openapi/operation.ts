import type { z } from 'zod';
import type { ErrorCode } from '../../errors';
import type { Credential, Route } from '../route';
import { exampleOf } from './exampleOf';
import { toJsonSchema, type JsonSchema, type SchemaComponents } from './jsonSchema';
import { problemsOf } from './problemsOf';

/** What operations share and point at. */
export interface Components {
  schemas: SchemaComponents;
  responses: Record<string, object>;
}

const headers = {
  'X-Request-Id': { $ref: '#/components/headers/RequestId' },
  'RateLimit-Policy': { $ref: '#/components/headers/RateLimitPolicy' },
  RateLimit: { $ref: '#/components/headers/RateLimit' },
};

/** What Node answers by itself, before the program hears of the call. */
const tooLong = {
  431: { description: 'The address and the headers are longer than 16 KB together. Has no body.' },
};

/** One route as an operation of OpenAPI. */
export function operation(route: Route, components: Components): object {
  const { method, path, summary, who, params, query, credentials } = route;
  const shown: Credential[] = who === 'everyone' ? [...(credentials ?? [])] : ['accessToken'];
  const { schemas } = components;
  return {
    operationId: operationId(method, path),
    tags: [tagOf(path)],
    summary,
    ...(who === 'everyone' || who === 'signedIn' ? {} : { 'x-permission': who }),
    security: shown.map((credential) => (credential === 'nothing' ? {} : { [credential]: [] })),
    parameters: [...parameters('path', params, schemas), ...parameters('query', query, schemas)],
    ...requestBody(route, schemas),
    responses: { ...goodResponses(route, schemas), ...problemResponses(route, components), ...tooLong },
  };
}

/** `getAuditTurnsByTurnId` for `GET /api/audit/turns/:turnId`. */
function operationId(method: string, path: string): string {
  const words = path
    .replace(/^\/api/, '')
    .split(/[/.-]/)
    .filter((word) => word !== '')
    .map((word) => (word.startsWith(':') ? `By${capitalised(word.slice(1))}` : capitalised(word)));
  return `${method}${words.join('')}`;
}

function capitalised(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

function tagOf(path: string): string {
  const [first = '', second] = path.split('/').filter((part) => part !== '');
  if (first === 'api') return (second ?? '').replace(/\.json$/, '');
  return first === 'admin' || first === 'init-admin' ? 'admin' : 'operation';
}

function parameters(
  place: 'path' | 'query',
  schema: z.ZodType | undefined,
  schemas: SchemaComponents,
): object[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = toJsonSchema(schema, 'input', schemas) as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => {
    const isRequired = place === 'path' || required.includes(name);
    return {
      ...{ name, in: place, required: isRequired, schema: property },
      // An example of what may be left out would narrow what is found by whoever tries it.
      ...(isRequired ? { example: exampleOf(property, schemas, name) } : {}),
    };
  });
}

function requestBody({ path, body, form, isForm }: Route, schemas: SchemaComponents): object {
  if (form)
    return { requestBody: { required: true, content: { 'multipart/form-data': formBody(form, schemas) } } };
  if (!body) return {};
  const schema = toJsonSchema(body, 'input', schemas);
  const example = exampleOf(schema, schemas, path);
  // No body is taken for an empty object.
  const required = !body.safeParse({}).success;
  const json = { 'application/json': { schema, example } };
  const content = isForm ? { 'application/x-www-form-urlencoded': { schema, example }, ...json } : json;
  return { requestBody: { required, content } };
}

/** A file with its fields; what is more than a text is written as JSON in its part. */
function formBody(form: z.ZodType, schemas: SchemaComponents): object {
  const { additionalProperties: _closed, ...fields } = toJsonSchema(form, 'output', schemas);
  const properties = fields.properties as Record<string, JsonSchema>;
  const schema = {
    ...fields,
    properties: { file: { type: 'string', format: 'binary' }, ...properties },
    required: ['file', ...((fields.required as string[] | undefined) ?? [])],
  };
  const asJson = Object.keys(properties).filter((name) =>
    ['object', 'array'].includes(properties[name]!.type as string),
  );
  const encoding = Object.fromEntries(asJson.map((name) => [name, { contentType: 'application/json' }]));
  return { schema, encoding, example: exampleOf(schema, schemas, 'file') };
}

function goodResponses(route: Route, schemas: SchemaComponents): Record<string, object> {
  const { path, answer, file, leadsOn, status = 200, otherStatuses = [], setsCookie } = route;
  const sent = {
    headers: { ...headers, ...(setsCookie ? { 'Set-Cookie': { schema: { type: 'string' } } } : {}) },
  };
  if (leadsOn) {
    const location = { Location: { required: true, schema: { type: 'string' } } };
    return { 302: { description: 'Goes on there.', headers: { ...sent.headers, ...location } } };
  }
  if (file) {
    const content = Object.fromEntries(file.map((mediaType) => [mediaType.split(';')[0]!, {}]));
    return { [status]: { description: 'The file.', ...sent, content } };
  }
  if (!answer) return { 204: { description: 'Done.', ...sent } };
  const schema = toJsonSchema(answer, 'output', schemas);
  const example = exampleOf(schema, schemas, path);
  const response = {
    description: 'As asked.',
    ...sent,
    content: { 'application/json': { schema, example } },
  };
  return Object.fromEntries([status, ...otherStatuses].map((each) => [each, response]));
}

/** Sets of problems that several routes share are written once. */
function problemResponses(route: Route, components: Components): Record<string, object> {
  const answered: Record<string, object> = {};
  for (const [status, codes] of problemsOf(route)) {
    // Its place is taken by what the route itself answers with this status.
    if (route.otherStatuses?.includes(status)) continue;
    const name = codes.join('.');
    components.responses[name] ??= problemResponse(codes, status);
    answered[status] = { $ref: `#/components/responses/${name}` };
  }
  return answered;
}

function problemResponse(codes: ErrorCode[], status: number): object {
  const waits = status === 429 ? { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } : {};
  return {
    description: `A problem: ${codes.map((code) => `\`${code}\``).join(', ')}.`,
    headers: { ...headers, ...waits },
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem', properties: { code: { enum: codes } } },
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  };
}
