import { Paper, SegmentedControl, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { daysBetween, timeUnits, type Percentiles } from '../../../shared/auditNumbers';
import { Page } from '../../components/page';
import { formatCount, formatMilliseconds, formatMoney, formatRatio, noValue } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { AuditTabs } from '../audit/auditTabs';
import { NumberSection } from './numberSection';
import { NumberTable } from './numberTable';
import * as tables from './numberTables';
import * as numbers from './numbersApi';
import { readNumbersFilter, unitOf, type NumbersFilter } from './numbersFilter';
import { NumbersFilterForm } from './numbersFilterForm';
import { QuestionGroups } from './questionGroups';

/** How the chat is used, what it could not answer, what answers stand on, how long they take and what they cost. */
export function NumbersPage() {
  const { t } = useTranslation('auditNumbers');
  const language = useLanguage();
  const [parameters, setParameters] = useSearchParams();
  const filter = readNumbersFilter(parameters, new Date());
  const by = unitOf(parameters, filter);
  const context: tables.TableContext = { t, filter };
  const change = (next: NumbersFilter, unit = parameters.get('by')) =>
    setParameters(
      Object.entries({ ...next, by: unit }).filter((entry): entry is [string, string] => Boolean(entry[1])),
    );
  const key = (what: string) => [what, filter];
  const share = (part: number, whole: number) => {
    const value = tables.ratio(part, whole);
    return value === null ? noValue : formatRatio(value);
  };
  const of = (part: number, whole: number) => `${formatCount(part)} / ${formatCount(whole)}`;
  const time = ({ p50 }: Percentiles) => (p50 === null ? noValue : formatMilliseconds(p50));
  const slow = ({ p95, p99 }: Percentiles) =>
    p95 === null || p99 === null
      ? undefined
      : t('times.slow', { p95: formatMilliseconds(p95), p99: formatMilliseconds(p99) });

  return (
    <Page title={t('title')} description={t('description')}>
      <AuditTabs />
      <Paper withBorder p={{ base: 'sm', sm: 'md' }} mb="lg">
        <NumbersFilterForm filter={filter} onChange={change} />
      </Paper>
      <Stack gap="xl">
        <NumberSection
          title={t('usage.heading')}
          queryKey={[...key('usage'), by]}
          read={() => numbers.readUsage(filter, by)}
          cards={({ total }) => [
            {
              label: t('count.turns'),
              value: formatCount(total.turns),
              note: t('usage.running', { count: total.running }),
            },
            { label: t('count.people'), value: formatCount(total.people) },
            { label: t('count.conversations'), value: formatCount(total.conversations) },
            {
              label: t('count.completedShare'),
              value: share(total.completed, total.turns),
              note: of(total.completed, total.turns),
            },
          ]}
        >
          {(usage) => (
            <>
              <SegmentedControl
                aria-label={t('by.label')}
                value={by}
                onChange={(unit) => change(filter, unit)}
                data={timeUnits.map((unit) => ({
                  value: unit,
                  label: t(`by.${unit}`),
                  disabled: unit === 'hour' && daysBetween(filter.from, filter.to) > 31,
                }))}
                style={{ alignSelf: 'flex-start' }}
              />
              <NumberTable table={tables.usageTable(usage, context)} />
            </>
          )}
        </NumberSection>

        <NumberSection
          title={t('unanswered.heading')}
          queryKey={key('unanswered')}
          read={() => numbers.readUnanswered(filter)}
          cards={({ turns, refused, notKnown, failed, interrupted }) => [
            { label: t('unanswered.notKnown'), value: formatCount(notKnown), note: share(notKnown, turns) },
            { label: t('count.failed'), value: formatCount(failed), note: share(failed, turns) },
            {
              label: t('count.interrupted'),
              value: formatCount(interrupted),
              note: share(interrupted, turns),
            },
            { label: t('unanswered.refused'), value: refused ? formatCount(refused.total) : noValue },
          ]}
        >
          {({ refused, notKnownQuestions, failedQuestions }) => (
            <>
              <QuestionGroups title={t('unanswered.notKnownQuestions')} groups={notKnownQuestions} />
              <QuestionGroups title={t('unanswered.failedQuestions')} groups={failedQuestions} />
              {refused && refused.total > 0 && <NumberTable table={tables.refusedTable(refused, context)} />}
            </>
          )}
        </NumberSection>

        <NumberSection
          title={t('groundedness.heading')}
          queryKey={key('groundedness')}
          read={() => numbers.readGroundedness(filter)}
          cards={({ total }) => [
            {
              label: t('count.groundedShare'),
              value: share(total.grounded, total.answers),
              note: of(total.grounded, total.answers),
            },
            {
              label: t('count.citedShare'),
              value: share(total.cited, total.answers),
              note: of(total.cited, total.answers),
            },
            {
              label: t('count.quotedShare'),
              value: share(total.quotes, total.citations),
              note: of(total.quotes, total.citations),
            },
            {
              label: t('count.none'),
              value: formatCount(total.none),
              note: t('groundedness.grades', {
                found: formatCount(total.found),
                near: formatCount(total.near),
              }),
            },
          ]}
        >
          {(found) => <NumberTable table={tables.groundednessTable(found, context)} />}
        </NumberSection>

        <NumberSection
          title={t('feedback.heading')}
          queryKey={key('feedback')}
          read={() => numbers.readFeedback(filter)}
          cards={({ total }) => [
            {
              label: t('count.feedbackRate'),
              value: share(total.up + total.down, total.answers),
              note: of(total.up + total.down, total.answers),
            },
            { label: t('count.upShare'), value: share(total.up, total.up + total.down) },
            { label: t('count.up'), value: formatCount(total.up) },
            { label: t('count.down'), value: formatCount(total.down) },
          ]}
        >
          {(feedback) => (
            <>
              <NumberTable table={tables.feedbackTable(feedback, context)} />
              {feedback.reasons.length > 0 && <NumberTable table={tables.reasonTable(feedback, context)} />}
              <QuestionGroups
                title={t('feedback.latest')}
                groups={feedback.latest.map(({ turnId, question, reason, comment, askedAt }) => ({
                  ...{ question, count: 1, people: 1, lastAskedAt: askedAt },
                  examples: [{ question: comment ?? reason ?? question, turnId }],
                }))}
              />
            </>
          )}
        </NumberSection>

        <NumberSection
          title={t('latency.heading')}
          queryKey={key('latency')}
          read={() => numbers.readLatency(filter)}
          cards={({ total, firstText }) => [
            { label: t('latency.total'), value: time(total), note: slow(total) },
            { label: t('latency.firstText'), value: time(firstText), note: slow(firstText) },
          ]}
        >
          {(latency) => (
            <>
              <NumberTable table={tables.latencyTable(latency, context)} />
              {latency.steps.length > 0 && <NumberTable table={tables.stepTable(latency, context)} />}
            </>
          )}
        </NumberSection>

        <NumberSection
          title={t('cost.heading')}
          queryKey={key('cost')}
          read={() => numbers.readCost(filter)}
          cards={({ total }) => [
            {
              label: t('count.cost'),
              value: formatMoney(total.costKrw, language),
              note: t('cost.unpriced', { count: total.unpriced }),
            },
            { label: t('count.inputTokens'), value: formatCount(total.inputTokens) },
            { label: t('count.outputTokens'), value: formatCount(total.outputTokens) },
            {
              label: t('count.costOfTurn'),
              value: total.turns === 0 ? noValue : formatMoney(total.costKrw / total.turns, language),
            },
          ]}
        >
          {(cost) =>
            tables.costTables(cost, context).map((table) => <NumberTable key={table.title} table={table} />)
          }
        </NumberSection>
      </Stack>
    </Page>
  );
}
