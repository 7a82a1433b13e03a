import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TurnStatus } from '../../../shared/chat';

const colors: Record<TurnStatus, string> = {
  running: 'naru',
  completed: 'teal',
  stopped: 'gray',
  failed: 'red',
  interrupted: 'orange',
};

export function TurnStatusBadge({ status }: { status: TurnStatus }) {
  const { t } = useTranslation('audit');
  return (
    <Badge variant="dot" color={colors[status]}>
      {t(`status.${status}`)}
    </Badge>
  );
}
