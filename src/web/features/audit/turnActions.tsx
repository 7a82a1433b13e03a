import { Button, Group } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AuditTurnDto } from '../../../shared/audit';
import { may, useEmployee } from '../../lib/session';
import { replayPath } from '../replay/replayApi';
import { ApproveButton } from '../verifiedQueries/approveButton';

/** What can be done with a turn: look at its chat, and make something of it. */
export function TurnActions({ turn }: { turn: AuditTurnDto }) {
  const { t } = useTranslation('replay');
  // Only figures are approved, and they come as tables.
  const mayApprove = may(useEmployee(), 'queries.verify') && turn.tables.length > 0;
  return (
    <Group gap="xs">
      <Button
        component={Link}
        to={replayPath(turn.conversationId, turn.turnId)}
        variant="default"
        leftSection={<IconMessages size={16} aria-hidden />}
        data-testid="open-chat"
      >
        {t('open')}
      </Button>
      {mayApprove && <ApproveButton turnId={turn.turnId} />}
    </Group>
  );
}
