import type { StepKind } from '../shared/chat';
import type { AgentContext } from './agentContext';

/** What the reader is told while a step runs. */
const labels: Record<string, { ko: string; en: string }> = {
  search_documents: { ko: '문서 검색 중', en: 'Searching documents' },
  query_sales: { ko: '실적 조회 중', en: 'Looking up sales' },
  query_interactions: { ko: '활동 조회 중', en: 'Looking up visits and contacts' },
  run_sql: { ko: 'SQL로 조회 중', en: 'Querying with SQL' },
  names: { ko: '질문 이해 중', en: 'Reading the question' },
  model: { ko: '답변 작성 중', en: 'Writing the answer' },
  'model-again': { ko: '언어 모델에 다시 묻는 중', en: 'Asking the language model again' },
  planner: { ko: '답변 작성 중', en: 'Writing the answer' },
};

/** Tells the reader that a step began. @returns a function that tells that it ended. */
export function stepStarted(
  context: Pick<AgentContext, 'emit' | 'language'>,
  step: { stepId: string; kind: StepKind; name: string },
): (ok: boolean, summary: string, ms: number) => void {
  const label = (labels[step.name] ?? labels.model!)[context.language];
  context.emit({ type: 'step-started', ...step, label });
  return (ok, summary, ms) =>
    context.emit({ type: 'step-finished', stepId: step.stepId, ok, ms: Math.round(ms), summary });
}
