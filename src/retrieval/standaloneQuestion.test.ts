import { directoryOf } from './nameDirectory';
import { standaloneQuestion } from './standaloneQuestion';

const names = directoryOf([{ names: ['나루아픽', '아픽사반'] }, { names: ['나루리바'] }]);
const asked = (question: string, ...earlier: string[]) => standaloneQuestion(question, earlier, names);

it.each([
  ['그럼 노인은?', '나루아픽 그럼 노인은?'],
  ['그 약 금기는?', '나루아픽 그 약 금기는?'],
  ['그약 금기는?', '나루아픽 그약 금기는?'],
  ['What about the elderly?', '나루아픽 What about the elderly?'],
  ['How is it stored?', '나루아픽 How is it stored?'],
])('%s gets the name that was asked about before', (question, standalone) => {
  expect(asked(question, '아픽사반 용량은?')).toBe(standalone);
});

it.each([
  ['names its own product', '그럼 나루리바는?'],
  ['is complete', '제품설명회 식음료 한도는 얼마인가요?'],
  ['is complete, though it begins as a follow-up does', '그럼 올해 학술대회 참가비 지원 한도는 얼마인가요?'],
  // 위약 is a placebo, 이행사항 what is to be done.
  ['has a word that only looks like a reference', '위약 대비 감소율은?'],
  ['has another such word', '계약 이행사항은 무엇인가요?'],
])('a question that %s stays as it is', (_what, question) => {
  expect(asked(question, '나루아픽정 용량은?')).toBe(question);
});

it('goes back to the last question that named something, not further than three', () => {
  const question = '그럼 노인은?';
  expect(asked(question, '나루리바 용량은?', '나루아픽 용량은?', '금기는 무엇인가요?')).toBe(
    '나루아픽 그럼 노인은?',
  );
  expect(asked(question, '나루리바 용량은?', '금기', '보관', '강연료 한도는?')).toBe(
    '강연료 한도 그럼 노인은?',
  );
});

it('gets the words of the last question where none named anything', () => {
  expect(asked('그럼 해외는?', '학술대회 참가비 한도는?')).toBe('학술대회 참가비 한도 그럼 해외는?');
});

it('stays as it is where nothing was said before', () => {
  expect(asked('그럼 노인은?')).toBe('그럼 노인은?');
});

it('is never longer than a search takes', () => {
  expect(asked(`그 약 ${'가'.repeat(1000)}`, '나루아픽 용량은?')).toHaveLength(1000);
});
