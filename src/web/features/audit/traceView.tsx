import { Group, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpanDto } from '../../../shared/audit';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { formatMilliseconds } from '../../lib/format';
import { onceRead } from '../../lib/onceRead';
import { readTrace } from './auditApi';
import { SpanList } from './spanList';
import classes from './spanList.module.css';
import { spanTree } from './spanTree';
import { axisOf, firstTextAt, ticksOf } from './waterfall';

/** Every step of a turn, nested, each with its bar on the time of the whole turn. */
export function TraceView({ turnId }: { turnId: string }) {
  const { t } = useTranslation('audit');
  const trace = useQuery({ queryKey: ['trace', turnId], queryFn: () => readTrace(turnId), ...onceRead });
  if (trace.isPending) return <PageFallback />;
  if (trace.error) return <ErrorNotice error={trace.error} onRetry={() => void trace.refetch()} />;
  if (trace.data.length === 0) return <Text c="dimmed">{t('trace.empty')}</Text>;
  return <Waterfall spans={trace.data} />;
}

function Waterfall({ spans }: { spans: SpanDto[] }) {
  const { t } = useTranslation('replay');
  const { nodes, axis, firstText } = useMemo(() => {
    const whole = axisOf(spans);
    return { nodes: spanTree(spans), axis: whole, firstText: firstTextAt(spans, whole) };
  }, [spans]);
  return (
    <Paper withBorder p="sm" className={classes.waterfall} data-testid="waterfall">
      <Group gap="md" mb="xs" justify="space-between">
        <Text size="sm" c="dimmed">
          {`${t('trace.steps', { count: spans.length })} · ${formatMilliseconds(axis.duration)}`}
        </Text>
        {firstText !== undefined && (
          <Group gap={6}>
            <span className={classes.firstTextKey} aria-hidden />
            <Text size="sm" c="dimmed" data-testid="first-text">
              {t('trace.firstText', { time: formatMilliseconds(firstText * axis.duration) })}
            </Text>
          </Group>
        )}
      </Group>
      <div
        className={classes.axis}
        role="img"
        aria-label={t('trace.axis', { total: formatMilliseconds(axis.duration) })}
      >
        {ticksOf(axis, lastLabelAt).map((tick) => (
          <span
            key={tick}
            className={classes.tick}
            style={{ insetInlineStart: `${(tick / axis.duration) * 100}%` }}
          >
            {formatMilliseconds(tick)}
          </span>
        ))}
      </div>
      <SpanList nodes={nodes} axis={axis} depth={0} openDepth={spans.length > manySpans ? 1 : Infinity} />
    </Paper>
  );
}

/** Beyond so many steps only the upper ones are unfolded at first. */
const manySpans = 400;

/** A label that began further to the right would be cut off. */
const lastLabelAt = 0.92;
