import type { Logger } from '../../logging/logger';
import type { Repositories } from '../../repositories/repositories';
import type { Database } from '../../storage/database/database';
import type { AuditLog } from '../auditLog';
import { createEvaluationCases } from './evaluationCases';
import { createFlags } from './flags';
import { createRaiseFlags } from './raiseFlags';
import { createTurnReviewing } from './reviewTurns';
import { createRules } from './rules';
import { createScores } from './scores';

interface ReviewParts {
  database: Pick<Database, 'sequelize'>;
  repositories: Repositories;
  audit: AuditLog;
  logger: Logger;
  textsForRules: () => Promise<(text: string) => string>;
}

/** Turns that are to be looked at, and what comes of it. */
export function createReview(parts: ReviewParts) {
  const raiseFlags = createRaiseFlags(parts);
  return {
    raiseFlags,
    turns: createTurnReviewing({ ...parts, raiseFlags }),
    flags: createFlags({ ...parts, raiseFlags }),
    scores: createScores(parts),
    rules: createRules(parts),
    cases: createEvaluationCases(parts),
  };
}

export type Review = ReturnType<typeof createReview>;
