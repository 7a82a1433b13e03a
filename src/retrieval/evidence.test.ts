import { createEmbeddedSearchIndex } from '../storage/searchIndex/embedded/embeddedSearchIndex';
import { makeChunk } from '../test/searchIndexes';
import { gradeEvidence, measureEvidence } from './evidence';
import { createPassageSearch } from './hybridSearch';
import { directoryOf } from './nameDirectory';

const noNames = async () => directoryOf([]);

const passages = [
  [
    '아로큐정 제품정보',
    '효능·효과',
    '본태성 고혈압의 치료에 사용한다. 1일 1회 5mg을 투여하며 최대 10mg까지 증량한다.',
  ],
  [
    '아로큐정 제품정보',
    '보관방법',
    '기밀용기에 담아 실온(1~30℃)에서 보관한다. 사용기간은 제조일로부터 36개월이다.',
  ],
  ['급여기준 변경 안내', '아로큐정 급여 인정 기준', '고혈압 진단을 받은 환자에게 투여하면 급여로 인정한다.'],
  ['급여기준 변경 안내', '비급여 대상', '비만 치료 목적의 처방은 비급여로 하며 환자가 전액 부담한다.'],
  [
    '글루코민서방정 임상 요약',
    '12주 시험 결과',
    '제2형 당뇨병 환자 324명에서 HbA1c가 위약 대비 0.82% 감소하였다.',
  ],
  [
    '글루코민서방정 제품정보',
    '금기',
    '중증 신장애, 대사성 산증, 조영제 투여를 앞둔 환자에게는 투여하지 않는다.',
  ],
  [
    '공정경쟁규약 요약',
    '식음료 한도',
    '제품설명회에서 제공하는 식음료는 1인당 10만원 이하로 하고 영수증을 7일 안에 낸다.',
  ],
  ['공정경쟁규약 요약', '강연료', '강연료는 시간당 50만원, 연간 300만원을 넘을 수 없다.'],
  ['거래처 Q&A', '반품', '유효기간이 6개월 이상 남은 미개봉 제품은 30일 이내에 반품할 수 있다.'],
  ['약물감시 절차', '이상사례 보고', '이상사례를 알게 된 직원은 24시간 이내에 약물감시팀에 보고한다.'],
  ['Aroqu summary', 'Indication', 'Aroqu 5 mg tablets are indicated for essential hypertension in adults.'],
] as const;

const answerable = [
  ...[
    '아로큐정의 효능은 무엇인가요?',
    '아로큐정 최대 용량 알려줘',
    '아로큐정 보관 방법',
    '아로큐정 사용기간은 얼마나 되나요',
  ],
  ...[
    '아로큐정 급여 되나요?',
    '아로큐정 급여 인정 기준이 뭐야',
    '비급여로 처방되는 경우는?',
    '비만 환자 처방하면 급여인가요?',
  ],
  ...[
    '글루코민 임상시험 결과 요약해줘',
    'HbA1c가 얼마나 감소했나요?',
    '글루코민 금기 환자',
    '신장애 환자에게 투여해도 되나요?',
  ],
  ...[
    '제품설명회 식음료 한도',
    '강연료는 연간 얼마까지?',
    '반품 조건 알려줘',
    '이상사례는 몇 시간 안에 보고해야 하나요?',
  ],
  ...['What is the indication of Aroqu?'],
];

const unanswerable = [
  ...[
    '오늘 서울 날씨 어때?',
    '우리 회사 대표이사 이름이 뭐야?',
    '연차 휴가는 며칠인가요?',
    '코로나 백신 접종 일정',
  ],
  ...['퇴직금은 어떻게 계산하나요?', '인슐린 펌프 사용법', '주가 전망 알려줘', '노트북 비밀번호 초기화 방법'],
  ...[
    '글루코민서방정 특허 만료일',
    '아로큐정 소아 임상 3상 결과',
    'who won the world cup',
    '탈모에 좋은 샴푸 있어?',
  ],
];

async function evidenceOf(question: string): Promise<number> {
  const index = createEmbeddedSearchIndex();
  const chunks = passages.map(([title, heading, text], place) =>
    makeChunk(`c${place}`, { title, heading, text }),
  );
  await index.upsert(chunks);
  const search = createPassageSearch({ index, embeddings: null, names: noNames });
  return (await search({ query: question, topK: 8, principals: null, today: '2025-03-15' })).evidence;
}

it.each(answerable)('there is something to show for: %s', async (question) => {
  expect(gradeEvidence(await evidenceOf(question))).not.toBe('none');
});

it.each(unanswerable)('nothing is given for an answer to: %s', async (question) => {
  expect(gradeEvidence(await evidenceOf(question))).not.toBe('found');
});

test('nearly all of what the passages say is given for an answer', async () => {
  const grades = await Promise.all(
    answerable.map(async (question) => gradeEvidence(await evidenceOf(question))),
  );
  expect(grades.filter((grade) => grade === 'found').length).toBeGreaterThanOrEqual(15);
});

test('there is no evidence without a passage, or without a word that says anything', async () => {
  expect(measureEvidence([])).toBe(0);
  expect(await evidenceOf('그게 뭐야?')).toBe(0);
});

test.each([
  [1, 'found'],
  [0.54, 'found'],
  [0.49, 'near'],
  [0.2, 'near'],
  [0.19, 'none'],
  [0, 'none'],
])('evidence of %d is graded %s', (evidence, grade) => {
  expect(gradeEvidence(evidence)).toBe(grade);
});
