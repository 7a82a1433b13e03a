import { Alert, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Citation } from '../../../shared/chat';
import type { ChunkDto, DocumentDto } from '../../../shared/documents';
import { ErrorNotice } from '../../components/errorNotice';
import { documentTypeLabel } from './documentTypeLabel';
import { locateQuote } from './locateQuote';
import { openOriginal, opensAtPage } from './openOriginal';
import classes from './passage.module.css';

interface PassageViewProps {
  citation: Citation;
  document: DocumentDto;
  /** Missing when the document was read anew since the answer. */
  chunk?: ChunkDto;
}

/** A passage with its quote marked, and the way to the original. */
export function PassageView({ citation, document, chunk }: PassageViewProps) {
  const { t } = useTranslation('documents');
  const opening = useMutation({ mutationFn: () => openOriginal(document, citation.page) });
  return (
    <Stack>
      <div>
        <Title order={3} size="h4">
          {document.title}
        </Title>
        <Group gap="xs" mt={6}>
          <Badge variant="light">{documentTypeLabel(document.docType)}</Badge>
          {citation.page !== null && (
            <Text size="sm" data-testid="passage-page">
              {t('passage.page', { page: citation.page })}
            </Text>
          )}
          {chunk?.heading && (
            <Text size="sm" c="dimmed">
              {chunk.heading}
            </Text>
          )}
        </Group>
      </div>
      <MarkedPassage citation={citation} chunk={chunk} />
      {opening.error && <ErrorNotice error={opening.error} />}
      <Button
        variant="default"
        leftSection={<IconExternalLink size={16} aria-hidden />}
        loading={opening.isPending}
        onClick={() => opening.mutate()}
        data-testid="open-original"
      >
        {opensAtPage(document) && citation.page !== null
          ? t('passage.openOriginalAt', { page: citation.page })
          : t('passage.openOriginal')}
      </Button>
    </Stack>
  );
}

function MarkedPassage({ citation, chunk }: Pick<PassageViewProps, 'citation' | 'chunk'>) {
  const { t } = useTranslation('documents');
  const marked = chunk && locateQuote(chunk, citation);
  return (
    <>
      {!marked && <Alert color="yellow">{t('passage.moved')}</Alert>}
      <Paper withBorder p="md" className={classes.passage}>
        {marked?.before}
        <mark className={classes.quote} data-testid="passage-quote">
          {citation.quote}
        </mark>
        {marked?.after}
      </Paper>
    </>
  );
}
