import { Badge, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpanDto } from '../../../shared/audit';
import { formatMilliseconds } from '../../lib/format';
import { SpanDetail } from './spanDetail';
import classes from './spanList.module.css';
import type { SpanNode } from './spanTree';
import { barOf, firstTextMs, offsetOf, type TimeAxis } from './waterfall';

interface SpanListProps {
  nodes: SpanNode[];
  axis: TimeAxis;
  depth: number;
  /** Steps above this depth are unfolded at first. */
  openDepth: number;
}

/** Steps, each with those inside it; a step opens to what went in and came out. */
export function SpanList({ nodes, ...place }: SpanListProps) {
  return (
    <ul className={classes.list}>
      {nodes.map((node) => (
        <SpanItem key={node.span.id} node={node} {...place} />
      ))}
    </ul>
  );
}

function SpanItem({ node: { span, children }, axis, depth, openDepth }: ItemProps) {
  const { t } = useTranslation('replay');
  const [unfolded, setUnfolded] = useState(depth < openDepth);
  const [opened, setOpened] = useState(false);
  const Chevron = unfolded ? IconChevronDown : IconChevronRight;
  return (
    <li className={classes.item}>
      <div className={classes.row} style={{ '--depth': depth } as React.CSSProperties}>
        {children.length > 0 ? (
          <UnstyledButton
            className={classes.fold}
            aria-expanded={unfolded}
            aria-label={unfolded ? t('trace.collapse') : t('trace.expand', { steps: children.length })}
            onClick={() => setUnfolded(!unfolded)}
          >
            <Chevron size={14} aria-hidden />
          </UnstyledButton>
        ) : (
          <span className={classes.fold} />
        )}
        <UnstyledButton
          className={classes.open}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
          data-testid="span-row"
          data-kind={span.kind}
        >
          <SpanName span={span} />
          <SpanBar span={span} axis={axis} />
          <span className={classes.time}>{formatMilliseconds(span.ms)}</span>
        </UnstyledButton>
      </div>
      {opened && <SpanDetail span={span} />}
      {unfolded && children.length > 0 && (
        <SpanList nodes={children} axis={axis} depth={depth + 1} openDepth={openDepth} />
      )}
    </li>
  );
}

interface ItemProps extends Omit<SpanListProps, 'nodes'> {
  node: SpanNode;
}

function SpanName({ span }: { span: SpanDto }) {
  const { t } = useTranslation('audit');
  return (
    <span className={classes.name}>
      <Badge
        variant="default"
        size="sm"
        className={classes.kind}
        data-kind={span.kind}
        leftSection={<span className={classes.swatch} />}
      >
        {t(`spanKind.${span.kind}`)}
      </Badge>
      <span className={classes.nameText}>{span.name}</span>
      {span.error && (
        <IconAlertTriangle size={16} className={classes.failed} aria-label={t('trace.failed')} />
      )}
    </span>
  );
}

function SpanBar({ span, axis }: { span: SpanDto; axis: TimeAxis }) {
  const { t } = useTranslation('replay');
  const { offset, width } = barOf(span, axis);
  const firstText = firstTextMs(span);
  const times = { offset: formatMilliseconds(offsetOf(span, axis)), time: formatMilliseconds(span.ms) };
  return (
    <span
      className={classes.track}
      role="img"
      aria-label={t('trace.from', times)}
      title={t('trace.from', times)}
    >
      <span
        className={classes.bar}
        data-kind={span.kind}
        data-failed={span.error !== null || undefined}
        style={{ insetInlineStart: `${offset * 100}%`, width: `${width * 100}%` }}
      />
      {firstText !== undefined && (
        <span
          className={classes.firstText}
          title={t('trace.firstText', { time: formatMilliseconds(firstText) })}
          style={{ insetInlineStart: `${(offset + firstText / axis.duration) * 100}%` }}
        />
      )}
    </span>
  );
}
