import type { Metric } from '../types';
import { words } from '../words';
import { amountOf, of } from './factsOf';

const target = `sum(facts.amount) ${of('target')}`;
const targetDue = `sum(facts.amount * working_days.share) ${of('target')}`;
/** A month without a working day so far has no pace: it counts as it stands. */
const atPace =
  'CASE WHEN working_days.share > 0 THEN facts.amount / working_days.share ELSE facts.amount END';

/** Targets are kept by month: no part of one is a day's or a week's. */
const partsOfMonth = ['day', 'week'] as const;

/** What was to be sold, and how far that is. */
export const targetMetrics = {
  targetAmount: {
    label: { ko: '목표', en: 'Target' },
    words: words(
      '매출 목표, 매출목표, 목표 금액, 목표금액, 목표액, 목표 매출, 목표매출, 목표, 타깃, 타겟',
      'sales target, target amount, target, quota, goal',
    ),
    definition: {
      ko: '목표는 기간 안에 시작하는 달의 월 목표 합계',
      en: 'the target is the sum of the monthly targets of the months that begin in the period',
    },
    example: { ko: '이번 분기 내 목표 얼마야?', en: 'What is my target this quarter?' },
    kind: 'won',
    unit: 'won',
    sql: () => target,
    parts: ['target'],
    notBy: partsOfMonth,
  },
  achievementRate: {
    label: { ko: '달성률', en: 'Achievement' },
    words: words(
      '목표 달성률, 목표달성률, 목표 달성율, 달성률, 달성율, 달성도, 진도율, 진척률, 목표 대비 실적, 목표 대비 매출, 목표 대비, 목표대비, 목표 달성, 목표까지, 남은 목표, 목표 몇 퍼센트, 목표 몇 %, 목표를 몇 퍼센트, 목표를 몇 %, 목표의 몇 퍼센트, 목표의 몇 %, 몇 퍼센트 채웠, 몇 % 채웠, 달성',
      'target achievement, achievement rate, achievement, attainment, against target, versus target, vs target, percent of target, achieved, on target',
    ),
    definition: { ko: '달성률은 매출 ÷ 목표', en: 'achievement is sales over target' },
    example: { ko: '지난달 팀원별 목표 달성률', en: 'Target achievement by rep last month' },
    kind: 'ratio',
    unit: 'percent',
    sql: (part) => `${amountOf(part)}::float8 / nullif(${target}, 0)`,
    parts: ['target'],
    notBy: partsOfMonth,
  },
  targetDue: {
    label: { ko: '오늘까지의 목표', en: 'Target due by now' },
    words: words(
      '근무일 기준 목표, 영업일 기준 목표, 경과 목표, 오늘까지의 목표, 현재까지의 목표',
      'target due by now, target due, target to date, target so far',
    ),
    definition: {
      ko: '오늘까지의 목표는 월 목표 × 그 달 근무일 중 지난 날(오늘 포함)의 비율',
      en: 'the target due by now is the monthly target times the share of that month’s working days that has passed, today included',
    },
    example: { ko: '이번 달 근무일 기준 목표는?', en: 'What is my target to date this month?' },
    kind: 'won',
    unit: 'won',
    sql: () => `round((${targetDue})::numeric)`,
    parts: ['target'],
    relations: ['workingDays'],
    notBy: partsOfMonth,
  },
  pace: {
    label: { ko: '근무일 대비 달성률', en: 'Pace by working day' },
    words: words(
      '근무일 대비 달성률, 근무일 기준 달성률, 영업일 대비 달성률, 영업일 기준 달성률, 근무일 진도율, 영업일 진도율, 진도 대비 달성률, 목표 페이스, 근무일 대비 목표 진도, 근무일 대비 진도, 근무일 기준 진도, 영업일 대비 진도, 영업일 기준 진도, 영업일 지난 만큼, 근무일 지난 만큼, 지금 페이스면, 지금 페이스로 가면, 페이스, 목표 속도',
      'pace by working day, on pace to make the target, on pace to hit the target, on pace, pace to target, target pace, pace',
    ),
    definition: {
      ko: '근무일 대비 달성률은 매출 ÷ 오늘까지의 목표, 100%면 근무일이 지난 만큼 달성',
      en: 'pace is sales over the target due by now: at 100 % sales are as far as the working days',
    },
    example: { ko: '이번 달 팀원별 목표 페이스', en: 'Pace to target by rep this month' },
    kind: 'ratio',
    unit: 'percent',
    sql: (part) => `${amountOf(part)}::float8 / nullif(${targetDue}, 0)`,
    parts: ['target'],
    relations: ['workingDays'],
    notBy: partsOfMonth,
  },
  forecastAmount: {
    label: { ko: '월말 예상 매출', en: 'Sales at pace by month end' },
    words: words(
      '월말 예상 매출, 월말 예상, 월말 매출 예상, 월말 매출, 이 속도면, 이대로면, 이 추세면, 이 추세로 가면, 이 추세대로면, 이 페이스면, 이 페이스로 가면, 지금 속도면, 지금 추세면',
      'sales at pace, month end estimate, month-end estimate, at this pace, at this rate, run rate',
    ),
    definition: {
      ko: '월말 예상 매출은 기간의 각 달 매출 ÷ 그 달 근무일 중 지난 날(오늘 포함)의 비율: 같은 속도로 팔릴 때의 값이며 예측이 아님',
      en: 'sales at pace are each month’s sales over the share of its working days that has passed, today included: what they come to at the same speed, no prediction',
    },
    example: { ko: '이 속도면 이번 달 월말 예상 매출은?', en: 'At this pace, what will this month come to?' },
    kind: 'won',
    unit: 'won',
    sql: (part) => `round(coalesce(sum(${atPace}) ${of(part)}, 0)::numeric)`,
    relations: ['workingDays'],
    additive: true,
    notBy: partsOfMonth,
  },
} as const satisfies Record<string, Metric>;
