import { interactionsQuerySchema, salesQuerySchema } from '../../analytics/figureQuery';
import type { ToolDefinition } from '../toolContext';
import { answerFigures } from './answerFigures';

const rules = `Give the period as dates: 최근 3개월 is the rolling span that ends today, 이번 달 is the month until today.
Names may be given as the question has them. Rights are applied by the database: never add filters for them; "내 실적" sets
mine. The result names its scope and dates: say them.`;

/** Sales figures: totals, rankings, trends, growth, shares, targets. */
export const querySalesTool: ToolDefinition<typeof salesQuerySchema> = {
  name: 'query_sales',
  description: `Sales figures and targets as far as the person who asks may see them. For questions such as
"이번 달 내 매출 얼마야?", "3분기 거래처 상위 5곳은?", "나루암로정 월별 판매량 추이", "지난달 목표 달성률은?",
"전년 동기 대비 매출이 줄어든 거래처", "최근 3개월 주문이 없는 거래처". ${rules}`,
  schema: salesQuerySchema,
  run: (input, context) => answerFigures({ subject: 'sales', input }, context),
};

/** Visits and other contacts with customers: counts, lists, next actions. */
export const queryInteractionsTool: ToolDefinition<typeof interactionsQuerySchema> = {
  name: 'query_interactions',
  description: `Visits, calls and other contacts with customers as far as the person who asks may see them: figures, or
with list the contacts with summary and next action. For questions such as "지난주 방문 몇 건?", "한빛내과 최근 방문 내역",
"다음에 할 일 알려줘", "한 달 넘게 방문 안 한 거래처", "팀원별 방문 횟수". ${rules}`,
  schema: interactionsQuerySchema,
  run: (input, context) => answerFigures({ subject: 'interactions', input }, context),
};
