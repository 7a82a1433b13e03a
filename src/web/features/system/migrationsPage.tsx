import { Paper, Stack, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MigrationsDto } from '../../../shared/system';
import { ErrorNotice } from '../../components/errorNotice';
import { Page } from '../../components/page';
import { PageFallback } from '../../components/pageFallback';
import { formatTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { MigrationRun } from './migrationRun';
import { readMigrations, systemKey } from './systemApi';
import { SystemTabs } from './systemTabs';

/** What the database has and lacks of what the release needs, and bringing it up. Served also while that is pending. */
export function MigrationsPage() {
  const { t } = useTranslation('system');
  const migrations = useQuery({ queryKey: [...systemKey, 'migrations'], queryFn: readMigrations });
  return (
    <Page title={t('migrations.title')} description={t('migrations.description')}>
      <SystemTabs />
      {migrations.isPending && <PageFallback />}
      {migrations.error && <ErrorNotice error={migrations.error} onRetry={() => void migrations.refetch()} />}
      {migrations.data && (
        <Stack gap="lg">
          <MigrationRun migrations={migrations.data} />
          <History history={migrations.data.history} />
        </Stack>
      )}
    </Page>
  );
}

function History({ history }: Pick<MigrationsDto, 'history'>) {
  const { t } = useTranslation('system');
  const language = useLanguage();
  return (
    <section aria-labelledby="migrations-applied">
      <Title order={2} size="h4" mb="sm" id="migrations-applied">
        {t('migrations.applied', { count: history.length })}
      </Title>
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <Table layout="fixed" aria-labelledby="migrations-applied">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('migrations.name')}</Table.Th>
              <Table.Th scope="col" w="40%">
                {t('migrations.appliedAt')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...history].reverse().map(({ name, appliedAt }) => (
              <Table.Tr key={name} data-testid="applied-migration">
                <Table.Td>{name}</Table.Td>
                <Table.Td>{appliedAt ? formatTime(appliedAt, language) : t('migrations.notNoted')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
    </section>
  );
}
