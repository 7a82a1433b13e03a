import type { StepKind } from '../shared/chat';
import type { Language } from '../shared/problem';
import type { AgentContext } from './agentContext';

interface StepLabels {
  running: string;
  done: string;
}

const writing: Record<Language, StepLabels> = {
  ko: { running: '답변 작성 중', done: '답변 작성' },
  en: { running: 'Writing the answer', done: 'Wrote the answer' },
};

/** What the reader is told of a step, while it runs and once it is done. */
const labels: Record<string, Record<Language, StepLabels>> = {
  search_documents: {
    ko: { running: '문서 검색 중', done: '문서 검색' },
    en: { running: 'Searching documents', done: 'Searched documents' },
  },
  query_sales: {
    ko: { running: '실적 조회 중', done: '실적 조회' },
    en: { running: 'Looking up sales', done: 'Looked up sales' },
  },
  query_interactions: {
    ko: { running: '활동 조회 중', done: '활동 조회' },
    en: { running: 'Looking up visits and contacts', done: 'Looked up visits and contacts' },
  },
  run_sql: {
    ko: { running: 'SQL로 조회 중', done: 'SQL로 조회' },
    en: { running: 'Querying with SQL', done: 'Queried with SQL' },
  },
  names: {
    ko: { running: '질문 이해 중', done: '질문 이해' },
    en: { running: 'Reading the question', done: 'Read the question' },
  },
  model: writing,
  'model-again': {
    ko: { running: '언어 모델에 다시 묻는 중', done: '언어 모델에 다시 질문' },
    en: { running: 'Asking the language model again', done: 'Asked the language model again' },
  },
  planner: writing,
};

/** Tells the reader that a step began. @returns a function that tells that it ended. */
export function stepStarted(
  context: Pick<AgentContext, 'emit' | 'language'>,
  step: { stepId: string; kind: StepKind; name: string },
): (ok: boolean, summary: string, ms: number) => void {
  const { running, done } = (labels[step.name] ?? writing)[context.language];
  context.emit({ type: 'step-started', ...step, label: running });
  return (ok, summary, ms) =>
    context.emit({
      type: 'step-finished',
      stepId: step.stepId,
      ok,
      ms: Math.round(ms),
      summary,
      // What failed was not done: it stays what was being done.
      ...(ok ? { label: done } : {}),
    });
}
