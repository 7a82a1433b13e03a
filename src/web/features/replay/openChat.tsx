import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AuditTurnDto } from '../../../shared/audit';
import { replayPath } from './replayApi';

/** Leads from a turn to its chat. */
export function OpenChat({ turn }: { turn: Pick<AuditTurnDto, 'conversationId' | 'turnId'> }) {
  const { t } = useTranslation('replay');
  return (
    <Anchor
      component={Link}
      to={replayPath(turn.conversationId, turn.turnId)}
      size="xs"
      c="var(--naru-link)"
      data-testid="open-chat"
    >
      {t('open')}
    </Anchor>
  );
}
