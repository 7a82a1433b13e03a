import { Badge } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatMilliseconds } from '../../lib/format';
import classes from './spanList.module.css';
import type { SpanNode } from './spanTree';

/** Steps, each with those inside it; a step opens to what went in and came out. */
export function SpanList({ nodes }: { nodes: SpanNode[] }) {
  return (
    <ul className={classes.list}>
      {nodes.map((node) => (
        <SpanItem key={node.span.id} node={node} />
      ))}
    </ul>
  );
}

function SpanItem({ node: { span, children } }: { node: SpanNode }) {
  const { t } = useTranslation('audit');
  return (
    <li>
      <details className={classes.span} data-testid="span-row" data-kind={span.kind}>
        <summary className={classes.summary}>
          <Badge variant="default" size="sm">
            {t(`spanKind.${span.kind}`)}
          </Badge>
          <span className={classes.name}>{span.name}</span>
          {span.error && (
            <IconAlertTriangle size={16} className={classes.failed} aria-label={t('trace.failed')} />
          )}
          <span className={classes.time}>{formatMilliseconds(span.ms)}</span>
        </summary>
        {span.error && <p className={classes.failed}>{span.error}</p>}
        <SpanData label={t('trace.input')} data={span.input} />
        <SpanData label={t('trace.output')} data={span.output} />
      </details>
      {children.length > 0 && <SpanList nodes={children} />}
    </li>
  );
}

function SpanData({ label, data }: { label: string; data: unknown }) {
  if (data === null || data === undefined) return null;
  return (
    <>
      <div className={classes.label}>{label}</div>
      <pre className={classes.data} tabIndex={0}>
        {typeof data === 'string' ? data : JSON.stringify(data, null, 2)}
      </pre>
    </>
  );
}
