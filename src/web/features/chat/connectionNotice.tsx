import { Group, Loader, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../lib/socket';
import classes from './connectionNotice.module.css';

/** Says so while the connection is lost; what is shown may then be behind. */
export function ConnectionNotice() {
  const { t } = useTranslation('chat');
  const lost = useConnection() === 'reconnecting';
  return (
    <div role="status" aria-live="polite">
      {lost && (
        <Group className={classes.notice} justify="center" gap="xs" data-testid="connection-lost">
          <Loader size={14} color="currentColor" aria-hidden />
          <Text size="sm">{t('connectionLost')}</Text>
        </Group>
      )}
    </div>
  );
}
