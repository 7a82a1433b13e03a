import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { allRoutes } from '../app';
import { describeApi } from '../routes/openapi/describeApi';
import type { Services } from '../services';
import type { Answer } from './answer';

interface Described {
  paths: Record<string, Record<string, { responses: Record<string, { $ref?: string; content?: object }> }>>;
  components: { responses: Record<string, { content?: object }> };
}

/** Servers of this process whose answers are compared with the description of the API. */
const servers = new Set<string>();
let described: Described | undefined;
let ajv: Ajv | undefined;

/** From now on every answer that a test gets from this server has to be one that `/api/openapi.json` describes. */
export function compareWithDescription(url: string, services: Services): void {
  servers.add(new URL(url).origin);
  // All servers of a process have the same routes.
  described ??= describeApi(allRoutes(services), services.version) as unknown as Described;
}

/** @throws Error that says how an answer differs from what is described. */
export function compareAnswer(url: URL, method: string, answer: Answer): void {
  if (!described || !servers.has(url.origin)) return;
  const path = pathOf(described, method.toLowerCase(), url.pathname);
  if (!path) return;
  const differences = differencesOf(described, { path, method: method.toLowerCase() }, answer);
  if (differences.length > 0)
    throw new Error(
      `${method} ${path} answered ${answer.status}, against /api/openapi.json: ${differences.join('; ')}`,
    );
}

/** The path of the description that a call goes to; one that is written out comes before one with a name in it. */
function pathOf({ paths }: Described, method: string, pathname: string): string | undefined {
  const fits = (template: string) =>
    new RegExp(`^${template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}$`).test(
      pathname,
    );
  const names = (template: string) => template.split('{').length;
  const [found] = Object.keys(paths)
    .filter(fits)
    .sort((left, right) => names(left) - names(right));
  return found !== undefined && paths[found]![method] ? found : undefined;
}

function differencesOf(
  { paths, components }: Described,
  { path, method }: { path: string; method: string },
  { status, headers, body }: Answer,
): string[] {
  const { responses } = paths[path]![method]!;
  const given = responses[status];
  if (!given)
    return [`there is no ${status} among ${Object.keys(responses).join(', ')}: ${JSON.stringify(body)}`];
  const [response, place] = given.$ref
    ? [components.responses[given.$ref.split('/').at(-1)!]!, given.$ref]
    : [given, `#/paths/${escaped(path)}/${method}/responses/${status}`];
  if (!response.content) return body === null ? [] : ['there is a body'];
  const mediaType = (headers.get('content-type') ?? '').split(';')[0]!;
  if (!Object.hasOwn(response.content, mediaType)) return [`not ${mediaType}`];
  if (!/[/+]json$/.test(mediaType)) return [];
  const validate = validatorOf(`${place}/content/${escaped(mediaType)}/schema`);
  return validate(body) ? [] : (validate.errors ?? []).map((error) => JSON.stringify(error));
}

function validatorOf(place: string) {
  if (!ajv) {
    // What is not about values (examples, for one) is none of its business.
    ajv = new Ajv({ strict: false });
    addFormats(ajv);
    ajv.addSchema(described!, 'openapi');
  }
  const validate = ajv.getSchema(`openapi${place}`);
  if (!validate) throw new Error(`no schema at ${place}`);
  return validate;
}

/** As a JSON pointer in an address. */
function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}
