import type { AuditLog } from '../../audit/auditLog';
import type { Actor } from '../../policies/actor';
import type { NumbersFilter } from '../../repositories/auditNumbers';
import type { Repositories } from '../../repositories/repositories';
import {
  numbersQuerySchema,
  usageNumbersQuerySchema,
  type CostNumbersDto,
  type FeedbackNumbersDto,
  type GroundednessNumbersDto,
  type LatencyNumbersDto,
  type NumbersQuery,
  type UnansweredNumbersDto,
  type UsageNumbersDto,
  usageNumbersDtoSchema,
  unansweredNumbersDtoSchema,
  groundednessNumbersDtoSchema,
  feedbackNumbersDtoSchema,
  latencyNumbersDtoSchema,
  costNumbersDtoSchema,
  numbersChoicesDtoSchema,
} from '../../shared/auditNumbers';
import { endOfKoreanDay, startOfKoreanDay } from '../../shared/koreanTime';
import { route, type Route } from '../route';
import { toContentGap } from '../search/toContentGap';
import { groupQuestions } from '../search/contentGapsGrouping';
import { stepPercentiles, toPercentiles } from './stepPercentiles';
import { timeSpans } from './timeSpans';
import { groupFailed } from './unanswered';

/** The newest questions without an answer that are looked at, of either kind: beyond, nobody reads. */
const maximumQuestions = 500;
const maximumBadOpinions = 50;

const noTurns = {
  turns: 0,
  completed: 0,
  stopped: 0,
  failed: 0,
  interrupted: 0,
  running: 0,
  people: 0,
  conversations: 0,
};
const noAnswers = {
  answers: 0,
  cited: 0,
  withFigures: 0,
  grounded: 0,
  found: 0,
  near: 0,
  none: 0,
  notSearched: 0,
};
const noOpinions = { answers: 0, up: 0, down: 0 };
const noTimes = toPercentiles({ count: 0, percentiles: null });
const noCost = { turns: 0, inputTokens: 0, outputTokens: 0, costKrw: 0, unpriced: 0 };

/** Numbers of what was asked and answered, by Korean days, for analysts. Each look is recorded. */
export function auditNumbersRoutes({ auditNumbers, contentGaps }: Repositories, audit: AuditLog): Route[] {
  const look = (what: string, actor: Actor, query: object) =>
    audit.record({ name: `audit.numbers-${what}`, employeeId: actor.id, input: query });

  return [
    route({
      method: 'get',
      path: '/api/audit/numbers/usage',
      summary: 'Turns as they ended, people and chats, by hour, day, week or month.',
      who: 'audit.read',
      record: 'audit.numbers-usage',
      query: usageNumbersQuerySchema,
      answer: usageNumbersDtoSchema,
      handle: async ({ actor, query }): Promise<UsageNumbersDto> => {
        await look('usage', actor, query);
        const { total, byKey } = keyed(await auditNumbers.usage(toFilter(query), query.by));
        return {
          by: query.by,
          total: total ?? noTurns,
          items: timeSpans(query, query.by).map((start) => ({ start, ...(byKey.get(start) ?? noTurns) })),
        };
      },
    }),
    route({
      method: 'get',
      path: '/api/audit/numbers/unanswered',
      summary:
        'Questions that were refused, that the documents do not answer and that failed, alike ones together.',
      who: 'audit.read',
      record: 'audit.numbers-unanswered',
      query: numbersQuerySchema,
      answer: unansweredNumbersDtoSchema,
      handle: async ({ actor, query }): Promise<UnansweredNumbersDto> => {
        await look('unanswered', actor, query);
        const filter = toFilter(query);
        const { total } = keyed(await auditNumbers.usage(filter, 'month'));
        const counts = total ?? noTurns;
        const codes = query.model === undefined ? await auditNumbers.refused(filter) : null;
        const gaps = await contentGaps.unanswered({ ...filter, limit: maximumQuestions + 1 });
        const failed = await auditNumbers.failedTurns(filter, maximumQuestions + 1);
        return {
          turns: counts.turns,
          refused: codes && { total: codes.reduce((sum, { count }) => sum + count, 0), codes },
          notKnown: await auditNumbers.notKnown(filter),
          failed: counts.failed,
          interrupted: counts.interrupted,
          notKnownQuestions: groupQuestions(gaps.slice(0, maximumQuestions)).map(({ questions }) =>
            toContentGap(questions, true),
          ),
          failedQuestions: groupFailed(failed.slice(0, maximumQuestions)),
          truncated: gaps.length > maximumQuestions || failed.length > maximumQuestions,
        };
      },
    }),
    route({
      method: 'get',
      path: '/api/audit/numbers/groundedness',
      summary:
        'How many answers stand on cited passages or figures, and what evidence documents had, by day.',
      who: 'audit.read',
      record: 'audit.numbers-groundedness',
      query: numbersQuerySchema,
      answer: groundednessNumbersDtoSchema,
      handle: async ({ actor, query }): Promise<GroundednessNumbersDto> => {
        await look('groundedness', actor, query);
        const { total, byKey } = keyed(await auditNumbers.groundedness(toFilter(query)));
        return {
          total: total ?? { ...noAnswers, citations: 0, quotes: 0 },
          byDay: timeSpans(query, 'day').map((day) => {
            const {
              citations: _citations,
              quotes: _quotes,
              ...counts
            } = byKey.get(day) ?? {
              ...noAnswers,
              citations: 0,
              quotes: 0,
            };
            return { day, ...counts };
          }),
        };
      },
    }),
    route({
      method: 'get',
      path: '/api/audit/numbers/feedback',
      summary: 'Good and bad opinions of answers by day, why they were bad, and the newest bad ones.',
      who: 'audit.read',
      record: 'audit.numbers-feedback',
      query: numbersQuerySchema,
      answer: feedbackNumbersDtoSchema,
      handle: async ({ actor, query }): Promise<FeedbackNumbersDto> => {
        await look('feedback', actor, query);
        const filter = toFilter(query);
        const { total, byKey } = keyed(await auditNumbers.feedback(filter));
        const latest = await auditNumbers.latestBad(filter, maximumBadOpinions);
        return {
          total: total ?? noOpinions,
          byDay: timeSpans(query, 'day').map((day) => ({ day, ...(byKey.get(day) ?? noOpinions) })),
          reasons: await auditNumbers.badReasons(filter),
          latest: latest.map((opinion) => ({ ...opinion, askedAt: opinion.askedAt.toISOString() })),
        };
      },
    }),
    route({
      method: 'get',
      path: '/api/audit/numbers/latency',
      summary: 'How long answers, their first text and each kind of step took, as percentiles.',
      who: 'audit.read',
      record: 'audit.numbers-latency',
      query: numbersQuerySchema,
      answer: latencyNumbersDtoSchema,
      handle: async ({ actor, query }): Promise<LatencyNumbersDto> => {
        await look('latency', actor, query);
        const filter = toFilter(query);
        const { total, byKey } = keyed(await auditNumbers.turnTimes(filter));
        return {
          total: total ? toPercentiles(total.total) : noTimes,
          firstText: total ? toPercentiles(total.firstText) : noTimes,
          byDay: timeSpans(query, 'day').map((day) => {
            const times = byKey.get(day);
            return {
              day,
              total: times ? toPercentiles(times.total) : noTimes,
              firstText: times ? toPercentiles(times.firstText) : noTimes,
            };
          }),
          steps: stepPercentiles(await auditNumbers.stepTimes(filter)),
        };
      },
    }),
    route({
      method: 'get',
      path: '/api/audit/numbers/cost',
      summary: 'Tokens and cost by day, person, team and model.',
      who: 'audit.read',
      record: 'audit.numbers-cost',
      query: numbersQuerySchema,
      answer: costNumbersDtoSchema,
      handle: async ({ actor, query }): Promise<CostNumbersDto> => {
        await look('cost', actor, query);
        const rows = (await auditNumbers.cost(toFilter(query))).map(
          ({ by, key, name, personTeam, ...counts }) => ({
            ...{ by, key, counts },
            person: { employeeNo: key ?? '', name: name ?? '', team: personTeam },
          }),
        );
        const of = (by: string | null) => rows.filter((row) => row.by === by);
        const byDay = new Map(of('day').map(({ key, counts }) => [key, counts]));
        return {
          total: of(null)[0]?.counts ?? noCost,
          byDay: timeSpans(query, 'day').map((day) => ({ day, ...(byDay.get(day) ?? noCost) })),
          byPerson: of('person').map(({ person, counts }) => ({ ...person, ...counts })),
          byTeam: of('team').map(({ key, counts }) => ({ team: key, ...counts })),
          byModel: of('model').map(({ key, counts }) => ({ model: key, ...counts })),
        };
      },
    }),
    route({
      method: 'get',
      path: '/api/audit/numbers/choices',
      summary: 'Teams and models that there are turns of.',
      who: 'audit.read',
      record: 'audit.numbers-choices',
      query: numbersQuerySchema,
      answer: numbersChoicesDtoSchema,
      handle: async ({ actor, query }) => {
        await look('choices', actor, query);
        return auditNumbers.choices(toFilter(query));
      },
    }),
  ];
}

function toFilter({ from, to, team, employeeNo, model }: NumbersQuery): NumbersFilter {
  return {
    from: startOfKoreanDay(from),
    to: endOfKoreanDay(to),
    ...{ team, employeeNo, model },
  };
}

/** Rows by their key, and the one of the whole, which has none; undefined: nothing was counted. */
function keyed<Counts extends { key: string | null }>(rows: Counts[]) {
  const byKey = new Map<string, Omit<Counts, 'key'>>();
  let total: Omit<Counts, 'key'> | undefined;
  for (const { key, ...counts } of rows) {
    if (key === null) total = counts;
    else byKey.set(key, counts);
  }
  return { total, byKey };
}
