import {
  chooseVerified,
  type VerifiedChoice,
  type VerifiedEntry,
  type VerifiedMatch,
} from '../analytics/verified/chooseVerified';
import type { LinkedNames } from '../analytics/linkNames/linkedNames';
import { readForComparison } from '../analytics/verified/questionReading';
import type { QuestionUnderstanding } from '../analytics/understand/thread';
import { errorName } from '../audit/turnTrace';
import type { QuestionToAnswer } from './questionToAnswer';

const remark = {
  ko: '확인된 조회 사용: 분석 담당자가 이 질문에 맞다고 확인한 조회로 답했습니다.',
  en: 'Verified query used: answered by a query that an analyst approved for this question.',
};

const tools = { sales: 'query_sales', interactions: 'query_interactions' } as const;

/**
 * Chooses the verified queries that are like the question, before anybody plans. The planner answers by one that surely asks
 * the same; a model gets the likest as examples. Traced with their keys and similarities.
 * @returns null where there is nothing to choose from.
 */
export function chooseVerifiedFor(
  { question, actor, trace, now }: QuestionToAnswer & { now: Date },
  names: LinkedNames,
  entries: VerifiedEntry[],
): VerifiedChoice | null {
  // What a name means is asked back first.
  if (names.ambiguous.length > 0 || entries.length === 0) return null;
  const span = trace.start({ kind: 'link', name: 'verified-queries', input: { question } });
  try {
    const choice = chooseVerified(readForComparison(question, names), entries, { now, employee: actor });
    span.end({ output: forTrace(choice) });
    return choice;
  } catch (error) {
    span.end({ error: errorName(error) });
    throw error;
  }
}

/** What is asked for where a verified query answers, which is said with the answer. */
export function answeredByVerified(
  { request }: VerifiedMatch,
  { language, about }: QuestionUnderstanding,
): QuestionUnderstanding {
  const common = { language, about, remarks: [remark[language]] };
  return request.subject === 'sales'
    ? { ...common, intent: 'figures-sales', sales: request.query }
    : { ...common, intent: 'figures-interactions', interactions: request.query };
}

/** For the prompt: one line an example, or `none`. */
export function examplesOf(choice: VerifiedChoice | null): string {
  const lines = (choice?.offered ?? []).map(
    ({ question, request }) => `- ${question} -> ${tools[request.subject]} ${JSON.stringify(request.query)}`,
  );
  return lines.length > 0 ? lines.join('\n') : 'none';
}

function forTrace({ used, offered }: VerifiedChoice) {
  return {
    used: used && { id: used.id, question: used.question, similarity: used.similarity },
    offered: offered.map(({ id, question, similarity }) => ({ id, question, similarity })),
  };
}
