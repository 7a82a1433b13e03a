import { expandQuestion } from './expandQuestion';
import { directoryOf } from './nameDirectory';

const names = directoryOf([{ names: ['나루아픽', '아픽사반'] }, { names: ['푸른들 종합병원', '들병원'] }]);
const added = (question: string) => expandQuestion(question, names).expansions;

it.each([
  ['an alias', '아픽사반 보관', '나루아픽'],
  ['the alias of a name of several words', '푸른들 종합병원 방문', '들병원'],
  ['what is meant by 초성', 'ㄴㄹㅇㅍ 보관', '나루아픽'],
  ['the Korean spelling of a brand', 'Naruapix storage', '나루아픽'],
  ['the Korean spelling of a substance', 'apixaban storage', '아픽사반'],
  ['a word of the trade', '밥값 한도', '식음료'],
  ['an English word for a Korean one', '부작용 목록', 'adverse'],
  ['a Korean word for an English one', 'renal impairment', '신장애'],
  ['a Korean word for two English ones', 'shelf life in months', '유효기간'],
])('adds %s', (_what, question, other) => {
  expect(added(question)).toContain(other);
});

it('adds nothing where there is nothing to add', () => {
  expect(added('모꼬지 뜨락')).toEqual([]);
});

it('adds no word that stands in the question, with a particle or without', () => {
  expect(added('나루아픽 아픽사반 보관')).not.toEqual(expect.arrayContaining(['나루아픽']));
  expect(added('이상사례 부작용 보고')).not.toContain('부작용');
  expect(added('이상사례와 부작용은 무엇인가요?')).not.toContain('부작용');
});

it('takes a word of one syllable only where it is the whole word', () => {
  expect(added('간 질환')).toContain('간장애');
  expect(added('간담회 준비')).not.toContain('간장애');
});

it('takes an English word of several only where all of it stands there', () => {
  expect(added('heart rate')).not.toContain('심부전');
  expect(added('heart failure')).toContain('심부전');
});

it('says for each word of the question by what others a text may say it', () => {
  const { words } = expandQuestion('아픽사반의 부작용은?', names);
  expect(words.map(({ asked }) => asked)).toEqual(['아픽사반', '부작용']);
  expect(words[0]!.others).toEqual(['나루아픽']);
  expect(words[1]!.others).toEqual(expect.arrayContaining(['이상반응', 'adverse']));
  expect(words[1]!.others).not.toContain('부작용');
});

it('counts a name given by 초성 as a word of the question', () => {
  const { words } = expandQuestion('ㄴㄹㅇㅍ 보관', names);
  expect(words[0]!.others).toEqual(expect.arrayContaining(['나루아픽', '아픽사반']));
});

it('adds no more than a question can bear', () => {
  const question = '용량 부작용 금기 병용 적응증 임상 환자 노인 보관 급여 처방';
  expect(expandQuestion(question, names).words.flatMap(({ others }) => others).length).toBeGreaterThan(24);
  expect(added(question)).toHaveLength(24);
});
