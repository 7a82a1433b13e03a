import { Button, Paper } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page';
import { apiDownload } from '../../lib/api';
import { errorText } from '../../lib/apiError';
import { saveFile } from '../../lib/saveFile';
import { AuditTabs } from '../audit/auditTabs';
import { CaseList } from './caseList';
import { casesPath } from './reviewApi';

/** Questions with what is to be answered: what later releases are measured by. */
export function CasesPage() {
  const { t } = useTranslation('review');
  const download = useMutation({
    mutationFn: () => apiDownload(`${casesPath}/export`, 'evaluation-cases.jsonl'),
    onSuccess: ({ content, fileName }) => saveFile(content, fileName),
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
  });
  return (
    <Page
      title={t('case.title')}
      description={t('case.description')}
      actions={
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={download.isPending}
          onClick={() => download.mutate()}
        >
          {t('case.download')}
        </Button>
      }
    >
      <AuditTabs />
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <CaseList />
      </Paper>
    </Page>
  );
}
