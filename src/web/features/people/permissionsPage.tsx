import { Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/errorNotice';
import { Page } from '../../components/page';
import { PageFallback } from '../../components/pageFallback';
import { onceRead } from '../../lib/onceRead';
import { ExtraRights } from './extraRights';
import { permissionsKey, readPermissions } from './peopleApi';
import { PeopleTabs } from './peopleTabs';
import { PermissionMatrix } from './permissionMatrix';

/** What each role may do, in words, and who was given more. */
export function PermissionsPage() {
  const { t } = useTranslation('people');
  const rights = useQuery({ queryKey: permissionsKey, queryFn: readPermissions, ...onceRead });
  return (
    <Page title={t('matrix.title')} description={t('matrix.description')}>
      <PeopleTabs />
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        {rights.isPending && <PageFallback />}
        {rights.error && <ErrorNotice error={rights.error} onRetry={() => void rights.refetch()} />}
        {rights.data && <PermissionMatrix rights={rights.data} />}
      </Paper>
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <Stack gap="sm">
          <div>
            <Title order={2} size="h4">
              {t('extra.title')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('extra.description')}
            </Text>
          </div>
          <ExtraRights />
        </Stack>
      </Paper>
    </Page>
  );
}
