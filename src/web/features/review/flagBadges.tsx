import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FlagDto, FlagStatus } from '../../../shared/review';
import { useFlagReason } from './useFlagReason';

const colors: Record<FlagStatus, string> = { open: 'orange', in_review: 'naru', decided: 'teal' };

/** Where a flag stands: its status, or what was decided. */
export function FlagStatusBadge({ flag }: { flag: Pick<FlagDto, 'status' | 'decision'> }) {
  const { t } = useTranslation('review');
  return (
    <Badge variant="dot" color={colors[flag.status]} data-testid="flag-status" data-status={flag.status}>
      {flag.decision ? t(`decision.${flag.decision}`) : t(`status.${flag.status}`)}
    </Badge>
  );
}

/** Why a turn is flagged, and what was found. */
export function FlagKindBadge({ flag }: { flag: FlagDto }) {
  const { t } = useTranslation('review');
  const reason = useFlagReason()(flag);
  return (
    <>
      <Badge variant="light" color="gray" data-testid="flag-kind" data-kind={flag.kind}>
        {flag.rule ? flag.rule.name : t(`kind.${flag.kind}`)}
      </Badge>
      {reason && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {reason}
        </Text>
      )}
    </>
  );
}
