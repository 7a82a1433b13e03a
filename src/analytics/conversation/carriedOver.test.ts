import { knownNames, linkKnownNames } from '../knownNamesFixture';
import { now, rep } from '../understand/questionsFixture';
import { understandQuestion } from '../understand/understandQuestion';
import { carriedOver } from './carriedOver';

/** What the last of these questions carries over. */
function ofLast(...questions: string[]): string | null {
  const asked = questions.map((question) => ({ question, names: linkKnownNames(question, knownNames), now }));
  const last = asked.pop()!;
  const understood = understandQuestion(last.question, { ...last, employee: rep, earlier: asked });
  return carriedOver(understood, [last.names, ...asked.map(({ names }) => names)]);
}

test.each([
  [
    ['푸른들종합병원 나루피나정 9월 매출', '그럼 8월은?'],
    '거래처 푸른들종합병원(C03), 제품 나루피나정 1mg(P06), 기간 2026-08-01 ~ 2026-08-31, 지표 매출',
  ],
  [
    ['푸른들종합병원 9월 방문 몇 번?', '그럼 8월은?'],
    '거래처 푸른들종합병원(C03), 기간 2026-08-01 ~ 2026-08-31, 지표 방문 횟수',
  ],
  [
    ['나루피나정 9월 매출', '거래처별로'],
    '제품 나루피나정 1mg(P06), 기간 2026-09-01 ~ 2026-09-30, 지표 매출, 구분 거래처',
  ],
  [
    ['sales of 나루피나정 in September', 'what about August?'],
    'product 나루피나정 1mg(P06), period 2026-08-01 ~ 2026-08-31, metrics Sales',
  ],
])('%j carries over what was named, in words and by its code', (questions, words) => {
  expect(ofLast(...questions)).toBe(words);
});

test('nothing is carried over by a question that stands alone, or is about documents', () => {
  expect(ofLast('푸른들종합병원 나루피나정 9월 매출')).toBeNull();
  expect(ofLast('나루피나정 9월 매출', '푸른들종합병원 8월 방문 횟수 알려줘')).toBeNull();
  expect(ofLast('나루아픽정 금기는?', '그럼 노인은?')).toBeNull();
});
