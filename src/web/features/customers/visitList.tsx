import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconFileText, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DocumentLinkDto } from '../../../shared/relations';
import type { CustomerVisitDto } from '../../../shared/statistics';
import { formatRelativeTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { visitTypeLabel } from './typeLabels';

interface VisitListProps {
  visits: CustomerVisitDto[];
  documents: DocumentLinkDto[];
  onAddDocument: (visit: CustomerVisitDto) => void;
}

/** The latest contacts: what was said, what comes next, what was shown. */
export function VisitList({ visits, documents, onAddDocument }: VisitListProps) {
  const { t } = useTranslation('customers');
  if (visits.length === 0) return <Text c="dimmed">{t('visits.none')}</Text>;
  return (
    <Stack gap="xs">
      {visits.map((visit) => (
        <Visit
          key={visit.id}
          visit={visit}
          used={documents.filter(({ interactionId }) => interactionId === visit.id)}
          onAddDocument={() => onAddDocument(visit)}
        />
      ))}
    </Stack>
  );
}

interface VisitProps {
  visit: CustomerVisitDto;
  used: DocumentLinkDto[];
  onAddDocument: () => void;
}

function Visit({ visit, used, onAddDocument }: VisitProps) {
  const { t } = useTranslation('customers');
  const language = useLanguage();
  const { occurredAt, type, employeeName, products, summary, nextAction, mayLink } = visit;
  return (
    <Paper withBorder p="sm" component="article" data-testid="customer-visit">
      <Group gap="xs" mb={4}>
        <Badge variant="light">{visitTypeLabel(type)}</Badge>
        <Text size="xs" c="dimmed">
          {[formatRelativeTime(occurredAt, language), employeeName, products.join(', ')]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Group>
      <Text size="sm">{summary}</Text>
      {nextAction && (
        <Text size="sm" mt={4}>
          <b>{t('visits.next')}</b> {nextAction}
        </Text>
      )}
      <Group gap="xs" mt={6}>
        {used.map(({ documentId, title }) => (
          <Badge
            key={documentId}
            variant="outline"
            color="gray"
            c="var(--mantine-color-text)"
            maw="100%"
            leftSection={<IconFileText size={12} aria-label={t('visits.documents')} />}
          >
            {title}
          </Badge>
        ))}
        {mayLink && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={12} aria-hidden />}
            onClick={onAddDocument}
          >
            {t('visits.add')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
