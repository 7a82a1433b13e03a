import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { allRoutes } from '../../app';
import { callApi } from '../../test/api';
import { startTestServer, type TestServer } from '../../test/server';

interface Content {
  schema?: object;
  example?: unknown;
  examples?: Record<string, { $ref: string }>;
}
interface Response {
  $ref?: string;
  content?: Record<string, Content>;
}
interface Operation {
  operationId: string;
  requestBody?: { content: Record<string, Content> };
  responses: Record<string, Response>;
}
interface Description {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, Response>; examples: Record<string, { value: unknown }> };
}

let server: TestServer;
let description: Description;

beforeAll(async () => {
  server = await startTestServer();
  description = (await callApi<Description>(server.url, 'GET', '/api/openapi.json')).body;
});
afterAll(() => server.close());

const operations = () =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

test('it is a description as OpenAPI 3.1 defines one', () => {
  const file = require.resolve('@seriousme/openapi-schema-validator/schemas/v3.1/schema.json');
  const ajv = new Ajv({ strict: false, formats: { 'media-range': true } });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
  expect([validate(description), validate.errors]).toEqual([true, null]);
});

test('every route says what it answers, in which form', () => {
  const silent = allRoutes(server.services).filter(
    ({ method, answer, file, leadsOn, status = 204 }) =>
      !answer && !file && !leadsOn && (method === 'get' || status !== 204),
  );
  expect(silent.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});

test('names of operations are unique, and pointers lead somewhere', () => {
  const names = operations().map(({ operation }) => operation.operationId);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  const text = JSON.stringify(description);
  const pointers = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, pointer]) => pointer!));
  const dangling = [...pointers].filter((pointer) => {
    const parts = pointer.replace(/^#\//, '').split('/');
    return (
      parts.reduce<unknown>(
        (at, part) => (at as Record<string, unknown> | undefined)?.[part],
        description,
      ) === undefined
    );
  });
  expect(dangling).toEqual([]);
});

test('every example is what its schema allows, and every JSON body has one', () => {
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  ajv.addSchema(description, 'openapi');
  const wrong: unknown[] = [];
  const look = (place: string, { schema, example, examples }: Content) => {
    if (!schema) return;
    const validate = ajv.getSchema(`openapi#${place}/schema`)!;
    const values = examples
      ? Object.values(examples).map(
          ({ $ref }) => description.components.examples[$ref.split('/').at(-1)!]!.value,
        )
      : [example];
    if (values.length === 0 || values.includes(undefined)) wrong.push([place, 'no example']);
    for (const value of values) if (!validate(value)) wrong.push([place, value, validate.errors]);
  };
  const escaped = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
  const lookInto = (place: string, content: Record<string, Content> = {}) => {
    for (const [mediaType, body] of Object.entries(content))
      look(`${place}/content/${escaped(mediaType)}`, body);
  };
  for (const { path, method, operation } of operations()) {
    const place = `/paths/${escaped(path)}/${method}`;
    lookInto(`${place}/requestBody`, operation.requestBody?.content);
    for (const [status, response] of Object.entries(operation.responses))
      lookInto(`${place}/responses/${status}`, response.content);
  }
  for (const [name, response] of Object.entries(description.components.responses))
    lookInto(`/components/responses/${name}`, response.content);
  expect(wrong).toEqual([]);
});
