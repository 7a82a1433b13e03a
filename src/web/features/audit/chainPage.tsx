import { Alert, Button, Code, List, Paper, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AuditVerificationDto } from '../../../shared/auditChain';
import { ErrorNotice } from '../../components/errorNotice';
import { Page } from '../../components/page';
import { api } from '../../lib/api';
import { formatCount } from '../../lib/format';
import { AuditTabs } from './auditTabs';

/** Checks that the audit is as it was written, and names what is not. */
export function ChainPage() {
  const { t } = useTranslation('audit');
  const check = useMutation({
    mutationFn: () => api<AuditVerificationDto>('/api/audit/verify'),
  });
  return (
    <Page title={t('chain.title')} description={t('chain.description')}>
      <AuditTabs />
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <Stack align="flex-start">
          <Button onClick={() => check.mutate()} loading={check.isPending} data-testid="check-chain">
            {t('chain.check')}
          </Button>
          {check.error && <ErrorNotice error={check.error} />}
          {check.data && <ChainReport report={check.data} />}
        </Stack>
      </Paper>
    </Page>
  );
}

function ChainReport({ report }: { report: AuditVerificationDto }) {
  const { t } = useTranslation('audit');
  const { findings } = report;
  return (
    <Stack w="100%" role="status" data-testid="chain-report">
      <Alert color={findings.length === 0 ? 'teal' : 'red'}>
        {findings.length === 0
          ? t('chain.right', { rows: formatCount(report.checked) })
          : t('chain.wrong', { rows: formatCount(findings.length) })}
      </Alert>
      <List size="sm">
        {findings.map(({ table, id, reason }) => (
          <List.Item key={`${table} ${id} ${reason}`}>
            <Text span size="sm">
              {t(`chain.reason.${reason}`)}
            </Text>{' '}
            <Code>{`${table} ${id}`}</Code>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
