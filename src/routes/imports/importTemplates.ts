import type { ImportDependencies } from '../../imports/dependencies';
import { AppError } from '../../errors';
import { parseInput } from '../parseInput';
import { changeTemplateSchema, createTemplateSchema, importTemplateDtoSchema } from '../../shared/imports';
import { decodeCursor, pageQuerySchema, rowPlace, toPage } from '../cursor';
import { route, type Route } from '../route';
import { rowParams } from '../rowParams';
import { toTemplateDto } from './importDto';
import { pageOf } from '../answers';

/** How files of wholesalers and of prescription data are read, kept by name. */
export function importTemplateRoutes({ database, repositories, audit }: ImportDependencies): Route[] {
  const { importTemplates } = repositories;
  return [
    route({
      method: 'get',
      path: '/api/import-templates',
      summary: 'List mapping templates.',
      who: 'data.import',
      record: 'access',
      query: pageQuerySchema,
      answer: pageOf(importTemplateDtoSchema),
      handle: async ({ query: { cursor, limit } }) => {
        const afterId = decodeCursor(rowPlace, cursor) ?? 0;
        const rows = await importTemplates.list({ afterId, limit: limit + 1 });
        return toPage(rows, limit, { place: ({ id }) => id, item: toTemplateDto });
      },
    }),
    route({
      method: 'post',
      path: '/api/import-templates',
      summary:
        'Keep a mapping template: which column is what, constant values, how dates are written, which sheet.',
      who: 'data.import',
      record: 'importTemplate.create',
      status: 201,
      body: createTemplateSchema,
      answer: importTemplateDtoSchema,
      problems: ['already_exists'],
      handle: async ({ actor, body }) =>
        database.sequelize.transaction(async (transaction) => {
          const template = await importTemplates.create({ ...body, createdBy: actor.id }, transaction);
          await audit.record(
            { name: 'importTemplate.create', employeeId: actor.id, input: body },
            transaction,
          );
          return toTemplateDto(template);
        }),
    }),
    route({
      method: 'patch',
      path: '/api/import-templates/:id',
      summary: 'Change a mapping template; imports that were made with it keep what it was.',
      who: 'data.import',
      record: 'importTemplate.change',
      params: rowParams,
      body: changeTemplateSchema,
      answer: importTemplateDtoSchema,
      problems: ['already_exists'],
      handle: async ({ actor, params: { id }, body }) => {
        const template = await importTemplates.findById(id);
        if (!template) throw new AppError('not_found');
        const { name, kind, layout } = { ...template, ...body };
        parseInput(createTemplateSchema, { name, kind, layout });
        await database.sequelize.transaction(async (transaction) => {
          await importTemplates.change(id, body, transaction);
          const input = { id, ...body };
          await audit.record({ name: 'importTemplate.change', employeeId: actor.id, input }, transaction);
        });
        return toTemplateDto((await importTemplates.findById(id)) ?? template);
      },
    }),
    route({
      method: 'delete',
      path: '/api/import-templates/:id',
      summary: 'Delete a mapping template.',
      who: 'data.import',
      record: 'importTemplate.delete',
      params: rowParams,
      handle: async ({ actor, params: { id } }) =>
        database.sequelize.transaction(async (transaction) => {
          if (!(await importTemplates.remove(id, transaction))) throw new AppError('not_found');
          await audit.record(
            { name: 'importTemplate.delete', employeeId: actor.id, input: { id } },
            transaction,
          );
        }),
    }),
  ];
}
