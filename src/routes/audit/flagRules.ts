import { z } from 'zod';
import type { AuditLog } from '../../audit/auditLog';
import type { Rules } from '../../audit/review/rules';
import type { Repositories } from '../../repositories/repositories';
import { startOfKoreanDay } from '../../shared/koreanTime';
import { applyRulesSchema, createRuleSchema, updateRuleSchema, flagRuleDtoSchema } from '../../shared/review';
import { decodeCursor, pageQuerySchema, rowPlace, toPage } from '../cursor';
import { route, type Route } from '../route';
import { rowParams } from '../rowParams';
import { pageOf } from '../answers';

/** The rules by which turns are flagged. */
export function flagRuleRoutes(rules: Rules, { flagRules }: Repositories, audit: AuditLog): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/audit/rules',
      summary: 'Rules by which turns are flagged, and how many each has flagged.',
      who: 'audit.read',
      record: 'audit.list-rules',
      query: pageQuerySchema,
      answer: pageOf(flagRuleDtoSchema),
      handle: async ({ actor, query: { cursor, limit } }) => {
        await audit.record({ name: 'audit.list-rules', employeeId: actor.id });
        const afterId = decodeCursor(rowPlace, cursor) ?? 0;
        const rows = await flagRules.list({ afterId, limit: limit + 1 });
        return toPage(rows, limit, { place: ({ id }) => id, item: (rule) => rule });
      },
    }),
    route({
      method: 'post',
      path: '/api/audit/rules',
      summary: 'Add a rule: turns that end from now on are flagged by it.',
      who: 'audit.review',
      record: 'rule.add',
      status: 201,
      body: createRuleSchema,
      answer: flagRuleDtoSchema,
      problems: ['already_exists'],
      handle: async ({ actor, body }) => rules.add(body, actor),
    }),
    route({
      method: 'post',
      path: '/api/audit/rules/apply',
      summary: 'Have past turns looked at once more by all rules, from a Korean calendar day on.',
      who: 'audit.review',
      record: 'rule.apply',
      status: 202,
      body: applyRulesSchema,
      answer: z.object({ turns: z.int() }),
      handle: async ({ actor, body: { from } }) => ({
        turns: await rules.applySince(startOfKoreanDay(from), actor),
      }),
    }),
    route({
      method: 'patch',
      path: '/api/audit/rules/:id',
      summary: 'Change a rule as it was read.',
      who: 'audit.review',
      record: 'rule.change',
      params: rowParams,
      body: updateRuleSchema,
      answer: flagRuleDtoSchema,
      problems: ['changed_meanwhile', 'already_exists'],
      handle: async ({ actor, params: { id }, body }) => rules.change(id, body, actor),
    }),
    route({
      method: 'delete',
      path: '/api/audit/rules/:id',
      summary: 'Take a rule away; its flags stay.',
      who: 'audit.review',
      record: 'rule.remove',
      params: rowParams,
      handle: async ({ actor, params: { id } }) => rules.remove(id, actor),
    }),
  ];
}
