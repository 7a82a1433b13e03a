import { z } from 'zod';
import type { PromptState, Prompts } from '../../agents/prompts/prompts';
import { shortHash } from '../../agents/prompts/releasePrompt';
import type { PromptActivationRecord, PromptVersionRecord } from '../../repositories/promptVersions';
import type { Repositories } from '../../repositories/repositories';
import {
  activatePromptSchema,
  promptNames,
  promptPlaceholders,
  promptTrouble,
  savePromptSchema,
  type PromptActivationDto,
  type PromptDto,
  type PromptName,
  type PromptTextDto,
  type PromptVersionDto,
  promptDtoSchema,
  promptVersionDtoSchema,
  promptTextDtoSchema,
  promptActivationDtoSchema,
} from '../../shared/prompts';
import { decodeCursor, pageQuerySchema, rowPlace, toPage } from '../cursor';
import { route, type Route } from '../route';
import { rowId } from '../rowParams';
import { pageOf, wholeList } from '../answers';

const params = z.strictObject({ name: z.enum(promptNames) });
const versionParams = params.extend({ version: z.union([z.literal('release'), rowId]) });
/** Above every number there is. */
const fromTheLatest = 2_147_483_647;

/** What the chat model is told, for admins: versions, and which is in force. */
export function promptRoutes(service: Prompts, { promptVersions }: Repositories): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/prompts',
      summary: 'The prompts of the program and which version of each is in force.',
      who: 'prompts.manage',
      record: 'access',
      answer: wholeList(promptDtoSchema),
      handle: async () => ({ items: (await service.states()).map(toDto), nextCursor: null }),
    }),
    route({
      method: 'get',
      path: '/api/prompts/:name/versions',
      summary: 'Versions of a prompt that were saved, the latest first.',
      who: 'prompts.manage',
      record: 'access',
      params,
      query: pageQuerySchema,
      answer: pageOf(promptVersionDtoSchema),
      handle: async ({ params: { name }, query: { cursor, limit } }) => {
        const before = decodeCursor(rowPlace, cursor) ?? fromTheLatest;
        const rows = await promptVersions.list(name, { before, limit: limit + 1 });
        return toPage(rows, limit, { place: ({ number }) => number, item: toVersionDto });
      },
    }),
    route({
      method: 'get',
      path: '/api/prompts/:name/versions/:version',
      summary: 'The text of a version, by its number, or of the release.',
      who: 'prompts.manage',
      record: 'access',
      params: versionParams,
      answer: promptTextDtoSchema,
      handle: async ({ params: { name, version } }): Promise<PromptTextDto> => ({
        name,
        version,
        ...(await service.text(name, version)),
      }),
    }),
    route({
      method: 'post',
      path: '/api/prompts/:name/versions',
      summary: 'Save a text as the next version; what is in force stays so.',
      who: 'prompts.manage',
      record: 'prompt.save',
      status: 201,
      params,
      body: savePromptSchema,
      answer: promptVersionDtoSchema,
      problems: ['already_exists'],
      handle: async ({ actor, params: { name }, body }) =>
        toVersionDto(await service.save(name, body, actor)),
    }),
    route({
      method: 'put',
      path: '/api/prompts/:name/in-force',
      summary: 'Put a version in force, or go back to that of the release: from the next turn on.',
      who: 'prompts.manage',
      record: 'prompt.activate',
      params,
      body: activatePromptSchema,
      answer: promptDtoSchema,
      problems: ['prompt_does_not_fit'],
      handle: async ({ actor, params: { name }, body }) =>
        toDto(await service.activate(name, body.version, actor)),
    }),
    route({
      method: 'get',
      path: '/api/prompts/:name/activations',
      summary: 'Which version was put in force when and by whom, the latest first.',
      who: 'prompts.manage',
      record: 'access',
      params,
      query: pageQuerySchema,
      answer: pageOf(promptActivationDtoSchema),
      handle: async ({ params: { name }, query: { cursor, limit } }) => {
        const before = decodeCursor(rowPlace, cursor) ?? fromTheLatest;
        const rows = await promptVersions.activations(name, { before, limit: limit + 1 });
        return toPage(rows, limit, { place: ({ id }) => id, item: toActivationDto });
      },
    }),
  ];
}

function toDto({ name, release, chosen, trouble }: PromptState): PromptDto {
  const version = chosen?.number ?? 'release';
  return {
    name,
    placeholders: [...promptPlaceholders[name]],
    release: { version: release.version, hash: release.hash },
    chosen: {
      version,
      by: chosen?.activatedBy ?? null,
      at: chosen?.activatedAt.toISOString() ?? null,
    },
    inForce: trouble ? 'release' : version,
    trouble,
  };
}

function toVersionDto(row: PromptVersionRecord): PromptVersionDto {
  const { number, sha256, reason, releaseVersion, createdBy, createdAt, name, body } = row;
  return {
    version: number,
    hash: shortHash(sha256),
    reason,
    releaseVersion,
    createdBy,
    createdAt: createdAt.toISOString(),
    trouble: promptTrouble(name as PromptName, body),
  };
}

function toActivationDto({
  id,
  number,
  activatedBy,
  activatedAt,
}: PromptActivationRecord): PromptActivationDto {
  return { id, version: number ?? 'release', by: activatedBy, at: activatedAt.toISOString() };
}
