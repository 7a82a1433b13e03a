import { Badge, Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Citation } from '../../../shared/chat';
import type { ChunkDto, DocumentDto } from '../../../shared/documents';
import { ErrorNotice } from '../../components/errorNotice';
import { documentTypeLabel } from './documentTypeLabel';
import { openOriginal, opensAtPage } from './openOriginal';
import { PassagePage } from './passagePage';
import { PassageText } from './passageText';

interface PassageViewProps {
  citation: Citation;
  document: DocumentDto;
  /** Missing when the document was read anew since the answer. */
  chunk?: ChunkDto;
}

/** A passage with its quote marked, on the page of the original or as text, and the way to the whole original. */
export function PassageView({ citation, document, chunk }: PassageViewProps) {
  const { t } = useTranslation('documents');
  const opening = useMutation({ mutationFn: () => openOriginal(document, citation.page) });
  const { page } = citation;
  const hasPages = opensAtPage(document) && page !== null;
  const [form, setForm] = useState<'page' | 'text'>('page');
  return (
    <Stack gap="sm">
      <div>
        <Title order={3} size="h4">
          {document.title}
        </Title>
        <Group gap="xs" mt={6}>
          <Badge variant="light">{documentTypeLabel(document.docType)}</Badge>
          {page !== null && (
            <Text size="sm" data-testid="passage-page">
              {t('passage.page', { page })}
            </Text>
          )}
          {chunk?.heading && (
            <Text size="sm" c="dimmed">
              {chunk.heading}
            </Text>
          )}
        </Group>
      </div>
      {hasPages && (
        <SegmentedControl
          size="xs"
          aria-label={t('passage.form')}
          value={form}
          onChange={(value) => setForm(value)}
          data={[
            { value: 'page', label: t('passage.asPage') },
            { value: 'text', label: t('passage.asText') },
          ]}
          data-testid="passage-form"
        />
      )}
      {hasPages && form === 'page' ? (
        <PassagePage citation={citation} page={page} chunk={chunk} />
      ) : (
        <PassageText citation={citation} chunk={chunk} />
      )}
      {opening.error && <ErrorNotice error={opening.error} />}
      <Button
        variant="default"
        leftSection={<IconExternalLink size={16} aria-hidden />}
        loading={opening.isPending}
        onClick={() => opening.mutate()}
        data-testid="open-original"
      >
        {hasPages ? t('passage.openOriginalAt', { page }) : t('passage.openOriginal')}
      </Button>
    </Stack>
  );
}
