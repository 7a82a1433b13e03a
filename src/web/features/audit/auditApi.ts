import type { AuditTurnDto, SpanDto } from '../../../shared/audit';
import type { KnowledgeDto } from '../../../shared/replay';
import { api } from '../../lib/api';

export const turnsPath = '/api/audit/turns';

export function readTurn(turnId: string): Promise<AuditTurnDto> {
  return api(`${turnsPath}/${turnId}`);
}

/** Every step of a turn, as a flat list. */
export async function readTrace(turnId: string): Promise<SpanDto[]> {
  const { items } = await api<{ items: SpanDto[] }>(`${turnsPath}/${turnId}/trace`);
  return items;
}

/** The passages and rows a turn answered from, as they were. */
export function readKnowledge(turnId: string): Promise<KnowledgeDto> {
  return api(`${turnsPath}/${turnId}/knowledge`);
}
