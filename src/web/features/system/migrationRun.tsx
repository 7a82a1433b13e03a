import { Alert, Button, Code, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MigrationRunDto, MigrationsDto } from '../../../shared/system';
import { ConfirmDialog } from '../../components/confirmDialog';
import { ErrorNotice } from '../../components/errorNotice';
import { ApiError } from '../../lib/apiError';
import { runMigrations, tryMigrations } from './systemApi';

/** What is pending, a try that changes nothing, and the run itself, each with what came of it. */
export function MigrationRun({ migrations: { pending, changed } }: { migrations: MigrationsDto }) {
  const { t } = useTranslation('system');
  const queryClient = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const attempt = useMutation({ mutationFn: tryMigrations });
  const run = useMutation({
    mutationFn: runMigrations,
    // What was refused for want of it works now.
    onSuccess: () => queryClient.invalidateQueries(),
    onSettled: () => {
      setIsAsking(false);
      attempt.reset();
    },
  });
  const busy = attempt.isPending || run.isPending;
  return (
    <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
      <Stack align="flex-start" data-testid="migration-run">
        <Title order={2} size="h4">
          {t('migrations.pending')}
        </Title>
        {changed.length > 0 && (
          <Alert color="red" w="100%">
            {t('migrations.changed')}
            <Names names={changed} />
          </Alert>
        )}
        {pending.length === 0 ? (
          <Text size="sm">{t('migrations.nonePending')}</Text>
        ) : (
          <div data-testid="pending-migrations">
            <Text size="sm">{t('migrations.somePending', { count: pending.length })}</Text>
            <Names names={pending} />
          </div>
        )}
        <Group>
          <Button
            variant="default"
            loading={attempt.isPending}
            disabled={busy}
            onClick={() => attempt.mutate()}
          >
            {t('migrations.try')}
          </Button>
          <Button
            disabled={busy || pending.length === 0}
            onClick={() => setIsAsking(true)}
            data-testid="run-migrations"
          >
            {t('migrations.run')}
          </Button>
        </Group>
        <Stack w="100%" role="status" gap="xs" data-testid="migration-outcome">
          {attempt.data && (
            <Alert color="naru">
              {t('migrations.tried', { count: attempt.data.pending?.length ?? 0 })}
              <Plan migrations={attempt.data.sql ?? []} />
            </Alert>
          )}
          {run.data && (
            <Alert color="teal">
              {t('migrations.ran', { count: run.data.applied.length })}
              <Names names={run.data.applied} />
            </Alert>
          )}
          {attempt.error && <ErrorNotice error={attempt.error} />}
          {run.error && <ErrorNotice error={run.error} />}
          {run.error instanceof ApiError && <Names names={run.error.fields.map(({ message }) => message)} />}
        </Stack>
      </Stack>
      <ConfirmDialog
        opened={isAsking}
        title={t('migrations.confirmTitle')}
        text={t('migrations.confirmText', { count: pending.length })}
        confirmLabel={t('migrations.run')}
        busy={run.isPending}
        onConfirm={() => run.mutate()}
        onCancel={() => setIsAsking(false)}
      />
    </Paper>
  );
}

/** What each would run, opened by whoever wants to know. */
function Plan({ migrations }: { migrations: NonNullable<MigrationRunDto['sql']> }) {
  return (
    <Stack gap={4} mt={4} data-testid="migration-plan">
      {migrations.map(({ name, sql }) => (
        <details key={name}>
          <summary>
            <Code>{name}</Code>
          </summary>
          <Code block mah={320} style={{ overflow: 'auto' }}>
            {sql}
          </Code>
        </details>
      ))}
    </Stack>
  );
}

function Names({ names }: { names: string[] }) {
  return (
    <List size="sm" mt={4}>
      {names.map((name) => (
        <List.Item key={name}>
          <Code>{name}</Code>
        </List.Item>
      ))}
    </List>
  );
}
