import { understand, september, bothStrengths } from './questionsFixture';

describe('documents', () => {
  test.each([
    '나루아픽정 용법 용량 알려줘',
    '나루암로정 약가 얼마야?',
    '세미나 식음료 지원 한도는 얼마야?',
    '방문 시 지켜야 할 규정은?',
    '방문 기록은 언제까지 입력해야 하나요',
    '매출 마감일이 언제야?',
    '판매장려금 규정',
    '나루피나정 급여되나요?',
    '환자 목표혈압은 얼마인가요?',
    '고혈압 환자 목표 혈압 수치',
    '리베이트 받으면 어떻게 되나요',
    '나루암로정이랑 같이 먹으면 안되는 약은?',
    'What is the dosage of 나루아픽정 in renal impairment?',
    'meal limit for seminars',
  ])('%s', (question) => {
    const understood = understand(question);
    expect(understood).toMatchObject({ intent: 'documents', searchQuery: question });
    expect(understood.sales ?? understood.interactions).toBeUndefined();
  });

  test('a question about both asks both, and documents only for their part', () => {
    const both = understand('나루암로정 급여기준이랑 9월 매출 같이 알려줘');
    expect(both.sales).toEqual({ metrics: ['amount'], period: september, filters: bothStrengths });
    expect(both.searchQuery).toContain('급여기준');
    expect(both.searchQuery).not.toContain('매출');
  });

  test('a reason is looked for in documents, beside the figures', () => {
    const why = understand('나루암로정 매출이 왜 떨어졌어?');
    expect(why.sales).toMatchObject({ compare: 'previous', filters: bothStrengths });
    expect(why.searchQuery).toBe('나루암로정 매출이 왜 떨어졌어?');
    expect(why.about).toEqual(['나루암로']);
  });

  test('of what nobody knows there are no figures, so that everybody’s are not taken for them', () => {
    expect(understand('타이레놀 매출이 왜 떨어졌어?').sales).toBeUndefined();
    expect(understand('없는병원 매출이 왜 떨어졌어?').sales).toBeUndefined();
    expect(understand('장기처방 급여기준이랑 9월 매출 알려줘').sales).toBeDefined();
  });

  test('a bare name may mean either', () => {
    expect(understand('푸른들병원')).toMatchObject({
      sales: { filters: { customers: ['C03'] } },
      searchQuery: '푸른들병원',
    });
    expect(understand('나루암로정 어때?')).toMatchObject({ intent: 'documents' });
  });
});

describe('what cannot be answered as asked is asked back', () => {
  test.each([
    ['한빛내과 9월 매출', '서울 마포구'],
    ['없는병원 매출 알려줘', '없는병원'],
    ['타이레놀 9월 판매량', '타이레놀'],
    ['나루암로정 20mg 매출', '나루암로정 20mg'],
    ['신규 거래처 매출', '신규'],
    ['sales of Tylenol last month', 'tylenol'],
    ['이번 달 영업이익 얼마야', '영업이익'],
    ['약국 제외 매출', '제외'],
    ['다음 달 매출 예측해줘', '아직'],
    ['최근 매출로 전망해줘', '전망'],
    ['내가 담당하지 않는 거래처 매출', '담당하지 않는 거래처'],
    ['담당 안 하는 병원 9월 매출', '담당 안 하는 병원'],
    ['비담당 거래처 지난달 매출', '비담당 거래처'],
    ['sales of customers not assigned to me', 'customers not assigned'],
    ['13월 매출', '13월'],
    ['9월 31일 매출', '31일'],
    ['...', '자세히'],
  ])('%s', (question, said) => {
    const understood = understand(question);
    expect(understood).toMatchObject({ intent: 'unclear' });
    expect(understood.askBack).toContain(said);
    expect(understood.sales ?? understood.interactions).toBeUndefined();
  });

  test('what was not understood and limits nothing is said with the answer', () => {
    expect(understand('매출 상위 20% 거래처').remarks.join()).toContain('20%');
    expect(understand('전사 매출 얼마야').remarks.join()).toContain('전사');
  });
});

test.each(['안녕하세요', '안녕! 반가워', '뭐 할 수 있어?', '고마워', 'hello', 'what can you do?'])(
  'small talk: %s',
  (question) => expect(understand(question).intent).toBe('smalltalk'),
);

describe('what is not known', () => {
  test('figures of a stranger are not everybody’s: documents alone answer', () => {
    const why = understand('모르는종합병원 매출이 왜 줄었어?');
    expect([why.sales, why.interactions]).toEqual([undefined, undefined]);
    expect(why.searchQuery).toContain('모르는종합병원');
  });

  test('a question that only names the company is not about its sales', () => {
    expect(understand('우리 회사 주차장은 몇 층이야?')).toMatchObject({ intent: 'documents' });
  });

  test('a rate of change leaves no rest', () => {
    expect(understand('작년 동기 대비 이번 분기 매출 증감률은?').remarks).toEqual([]);
  });
});

describe('words that only look like others', () => {
  test.each(['영업2팀 지난달 매출', '신사업팀 실적'])(
    '%s: a team nobody has is no other team',
    (question) => {
      const { sales, askBack } = understand(question);
      expect([sales, askBack]).toEqual([undefined, expect.stringContaining('팀')]);
    },
  );

  test.each([
    ['지난 분기 매출 상위 사원 10명', 10],
    ['지난달 매출 상위 세 곳', 3],
    ['지난달 매출 상위 5', 5],
  ])('%s', (question, limit) => {
    expect(understand(question).sales?.limit).toBe(limit);
  });

  test('a period of contacts holds for what is to be done next', () => {
    const { interactions } = understand('최근 3개월 방문 내역과 다음 액션');
    expect(interactions?.period.from).not.toBe(understand('다음 액션 알려줘').interactions?.period.from);
  });

  test('a year under way is held against as many days of the last', () => {
    expect(understand('올해와 작년 매출 비교').sales?.compare).toBe('lastYear');
  });
});
