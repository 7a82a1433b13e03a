import { offlinePlannerName } from '../llm/offlinePlanner/offlinePlanner';
import type { Language } from '../shared/problem';
import type { TroubleKind } from './modelTrouble';

const reasons: Record<TroubleKind, Record<Language, string>> = {
  'rate-limited': {
    ko: '언어 모델의 요청 한도가 찼습니다.',
    en: 'The language model takes no more requests just now.',
  },
  unavailable: { ko: '언어 모델에 연결할 수 없습니다.', en: 'The language model cannot be reached.' },
  silent: { ko: '언어 모델이 제시간에 답하지 않았습니다.', en: 'The language model did not answer in time.' },
  'broken-off': {
    ko: '언어 모델의 답변이 여기서 끊겼습니다.',
    en: 'The answer of the language model broke off here.',
  },
  unusable: { ko: '언어 모델의 답변을 쓸 수 없었습니다.', en: 'The language model gave no usable answer.' },
  refused: { ko: '언어 모델이 요청을 받아들이지 않았습니다.', en: 'The language model refused the request.' },
};

/** What an answer says before the planner goes on with it. */
export function handOverText(
  kind: TroubleKind,
  { language, hasText }: { language: Language; hasText: boolean },
): string {
  const whoAnswers = {
    ko: `아래는 기본 도우미(${offlinePlannerName})가 문서와 수치에서 찾은 답변입니다.`,
    en: `What follows was found in documents and figures by the built-in assistant (${offlinePlannerName}).`,
  }[language];
  return `${hasText ? '\n\n' : ''}> ${reasons[kind][language]} ${whoAnswers}\n\n`;
}
