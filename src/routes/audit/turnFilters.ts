import { z } from 'zod';
import type { AuditLog } from '../../audit/auditLog';
import { AppError } from '../../errors';
import type { Repositories } from '../../repositories/repositories';
import type { SavedTurnFilterRecord } from '../../repositories/savedTurnFilters';
import {
  changeTurnFilterSchema,
  saveTurnFilterSchema,
  type SavedTurnFilterDto,
  turnChoicesDtoSchema,
  savedTurnFilterDtoSchema,
} from '../../shared/audit';
import { route, type Route } from '../route';
import { wholeList } from '../answers';

const params = z.strictObject({ id: z.uuid() });

/** What turns can be looked for by, and the filters analysts keep. */
export function turnFilterRoutes({ turnFacts, savedTurnFilters }: Repositories, audit: AuditLog): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/audit/turn-choices',
      summary: 'Teams, tools, models, flags, products, customers and documents of the newest turns.',
      who: 'audit.read',
      record: 'audit.list-choices',
      answer: turnChoicesDtoSchema,
      handle: async ({ actor }) => {
        await audit.record({ name: 'audit.list-choices', employeeId: actor.id });
        return turnFacts.choices();
      },
    }),
    route({
      method: 'get',
      path: '/api/audit/filters',
      summary: 'Filters kept by a name: own ones, and those other analysts share.',
      who: 'audit.read',
      record: 'audit.list-filters',
      answer: wholeList(savedTurnFilterDtoSchema),
      handle: async ({ actor }) => {
        await audit.record({ name: 'audit.list-filters', employeeId: actor.id });
        const filters = await savedTurnFilters.visibleTo(actor.id);
        return { items: filters.map((filter) => toDto(filter, actor.id)), nextCursor: null };
      },
    }),
    route({
      method: 'post',
      path: '/api/audit/filters',
      summary: 'Keep a filter by a name.',
      who: 'audit.read',
      record: 'audit.save-filter',
      status: 201,
      body: saveTurnFilterSchema,
      answer: savedTurnFilterDtoSchema,
      problems: ['already_exists'],
      handle: async ({ actor, body }) => {
        await audit.record({ name: 'audit.save-filter', employeeId: actor.id, input: body });
        const id = await savedTurnFilters.create(actor.id, body);
        return { id, ...body, isOwn: true, owner: actor.name } satisfies SavedTurnFilterDto;
      },
    }),
    route({
      method: 'patch',
      path: '/api/audit/filters/:id',
      summary: 'Change the name of an own filter, what it looks for, or who sees it.',
      who: 'audit.read',
      record: 'audit.change-filter',
      params,
      body: changeTurnFilterSchema,
      problems: ['already_exists'],
      handle: async ({ actor, params: { id }, body }) => {
        await audit.record({ name: 'audit.change-filter', employeeId: actor.id, input: { id, ...body } });
        if (!(await savedTurnFilters.change(id, actor.id, body))) throw new AppError('not_found');
      },
    }),
    route({
      method: 'delete',
      path: '/api/audit/filters/:id',
      summary: 'Delete an own filter.',
      who: 'audit.read',
      record: 'audit.delete-filter',
      params,
      handle: async ({ actor, params: { id } }) => {
        await audit.record({ name: 'audit.delete-filter', employeeId: actor.id, input: { id } });
        if (!(await savedTurnFilters.remove(id, actor.id))) throw new AppError('not_found');
      },
    }),
  ];
}

function toDto({ employeeId, ...filter }: SavedTurnFilterRecord, readerId: number): SavedTurnFilterDto {
  return { ...filter, isOwn: employeeId === readerId };
}
