import type { AuditLog } from '../../audit/auditLog';
import type { AuditView } from '../../audit/auditView';
import type { Review } from '../../audit/review/review';
import type { Repositories } from '../../repositories/repositories';
import type { Route } from '../route';
import { evaluationCaseRoutes } from './evaluationCases';
import { flagRoutes } from './flags';
import { flagRuleRoutes } from './flagRules';
import { scoreRoutes } from './scores';

/** What analysts do about turns: flags, scores, rules and evaluation cases. Each look is recorded too. */
export function reviewRoutes(
  review: Review,
  repositories: Repositories,
  audit: AuditLog,
  view: Pick<AuditView, 'forViewer'>,
): Route[] {
  return [
    ...flagRoutes(review.flags, repositories, audit),
    ...scoreRoutes(review.scores, repositories, audit),
    ...flagRuleRoutes(review.rules, repositories, audit),
    ...evaluationCaseRoutes(review.cases, repositories, audit, view),
  ];
}
