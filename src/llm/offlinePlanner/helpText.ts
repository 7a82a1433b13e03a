import type { Texts } from './texts';

/** What the planner can do, for greetings and "what can you do?". */
export const helpText: Texts = {
  ko: `안녕하세요, NaruTalk입니다. 권한 안의 문서와 영업 자료에서 근거를 찾아 답합니다. 이렇게 물어보세요.
- 문서: “나루아픽정 신장애 환자 용량은?”, “설명회 식음료 한도 얼마야?”
- 실적: “이번 달 내 매출 얼마야?”, “3분기 거래처 매출 상위 5곳”, “전년 동기 대비 매출이 줄어든 제품”
- 활동: “지난주 방문 몇 건?”, “한 달 넘게 방문 안 한 거래처”, “다음 할 일 알려줘”`,
  en: `Hello, this is NaruTalk. I answer from the documents and sales data you may see. For example:
- Documents: “dosage in renal impairment”, “meal limit for seminars”
- Sales: “my sales this month”, “top 5 customers in Q3”, “products with lower sales than last year”
- Contacts: “visits last week”, “customers not visited for a month”, “my next actions”`,
};

export const noAnswer: Texts = {
  ko: '질문을 이해하지 못했습니다. 알고 싶은 것과 기간, 이름을 넣어 다시 물어봐 주세요. 예: “9월 내 매출 얼마야?”',
  en: 'I did not understand the question. Please ask again with what you want to know, when and of whom. For example: “my sales in September”.',
};
