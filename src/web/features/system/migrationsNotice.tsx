import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { may, useEmployee } from '../../lib/session';
import { usePublicStatus } from '../auth/usePublicStatus';

/** While the database waits for its migrations nearly every call is refused: says so, and leads admins to where they run. */
export function MigrationsNotice() {
  const { t } = useTranslation();
  const employee = useEmployee();
  const { pathname } = useLocation();
  if (!usePublicStatus()?.needsMigration) return null;
  const mayRun = may(employee, 'migrations.run');
  return (
    <Text
      size="sm"
      role="status"
      px="md"
      py={6}
      style={{ background: 'var(--naru-notice)', color: 'var(--naru-notice-text)' }}
      data-testid="migrations-notice"
    >
      {t(mayRun ? 'migrationsNotice.forAdmins' : 'migrationsNotice.forOthers')}{' '}
      {mayRun && pathname !== '/system/migrations' && (
        <Anchor component={Link} to="/system/migrations" inherit c="inherit">
          {t('migrationsNotice.open')}
        </Anchor>
      )}
    </Text>
  );
}
