import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconExternalLink, IconMessagePlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { CustomerSheet } from '../customers/customerSheet';
import { useCustomer } from '../customers/useCustomer';

interface CustomerBesideProps {
  code: string;
  onDraft: (question: string) => void;
}

/** A customer's sheet beside a chat, which a question can be asked about. */
export function CustomerBeside({ code, onDraft }: CustomerBesideProps) {
  const { t } = useTranslation('chat');
  const sheet = useCustomer(code);
  if (sheet.isPending) return <PageFallback />;
  if (sheet.error) return <ErrorNotice error={sheet.error} onRetry={() => void sheet.refetch()} />;
  const { customer, scope } = sheet.data;
  return (
    <Stack gap="lg">
      <div>
        <Title order={3} size="h3">
          {customer.name}
        </Title>
        <Text size="sm" c="dimmed">
          {scope}
        </Text>
      </div>
      <Group gap="xs">
        <Button
          size="xs"
          leftSection={<IconMessagePlus size={16} aria-hidden />}
          onClick={() => onDraft(t('beside.question', { name: customer.name }))}
          data-testid="ask-about-customer"
        >
          {t('beside.ask')}
        </Button>
        <Button
          size="xs"
          variant="default"
          component={Link}
          to={`/customers/${encodeURIComponent(code)}`}
          leftSection={<IconExternalLink size={16} aria-hidden />}
        >
          {t('beside.openPage')}
        </Button>
      </Group>
      <CustomerSheet sheet={sheet.data} />
    </Stack>
  );
}
