import type {
  AssignedFlags,
  EvaluationCaseDto,
  FlagAssignment,
  FlagChanges,
  FlagCounts,
  FlagDto,
  FlagRuleDto,
  NewCase,
  NewRule,
  NewScore,
  PersonRef,
  RuleChanges,
  ScoreDto,
  TurnFlagsDto,
} from '../../../shared/review';
import { api, apiCommand } from '../../lib/api';
import { withQuery } from '../../lib/http';

/** Everything of the review: a change of one part shows in the others. */
export const reviewKey = ['review'] as const;
export const flagsPath = '/api/audit/flags';
export const rulesPath = '/api/audit/rules';
export const casesPath = '/api/audit/evaluation-cases';

export function countFlags(filters: Record<string, string | undefined>): Promise<FlagCounts> {
  return api(withQuery(`${flagsPath}/counts`, filters));
}

export async function readReviewers(): Promise<PersonRef[]> {
  return (await api<{ items: PersonRef[] }>('/api/audit/reviewers')).items;
}

export function readTurnFlags(turnId: string): Promise<TurnFlagsDto> {
  return api(`/api/audit/turns/${turnId}/flags`);
}

export function raiseFlag(turnId: string, comment: string): Promise<FlagDto> {
  return api(`/api/audit/turns/${turnId}/flags`, { method: 'POST', body: { comment } });
}

export function changeFlag(id: number, changes: FlagChanges): Promise<FlagDto> {
  return api(`${flagsPath}/${id}`, { method: 'PATCH', body: changes });
}

export function assignFlags(assignment: FlagAssignment): Promise<AssignedFlags> {
  return api(`${flagsPath}/assign`, { method: 'POST', body: assignment });
}

export async function readScores(turnId: string): Promise<ScoreDto[]> {
  return (await api<{ items: ScoreDto[] }>(`/api/audit/turns/${turnId}/scores`)).items;
}

export function saveScore(turnId: string, score: NewScore): Promise<unknown> {
  return api(`/api/audit/turns/${turnId}/scores`, { method: 'PUT', body: score });
}

export function addRule(rule: NewRule): Promise<FlagRuleDto> {
  return api(rulesPath, { method: 'POST', body: rule });
}

export function changeRule(id: number, changes: RuleChanges): Promise<FlagRuleDto> {
  return api(`${rulesPath}/${id}`, { method: 'PATCH', body: changes });
}

export function removeRule(id: number): Promise<void> {
  return apiCommand(`${rulesPath}/${id}`, { method: 'DELETE' });
}

/** Has turns from a Korean calendar day on looked at once more. @returns how many. */
export async function applyRules(from: string): Promise<number> {
  return (await api<{ turns: number }>(`${rulesPath}/apply`, { method: 'POST', body: { from } })).turns;
}

export function makeCase(given: NewCase): Promise<EvaluationCaseDto> {
  return api(casesPath, { method: 'POST', body: given });
}

export function removeCase(id: number): Promise<void> {
  return apiCommand(`${casesPath}/${id}`, { method: 'DELETE' });
}
