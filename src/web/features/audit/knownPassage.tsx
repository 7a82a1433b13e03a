import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { KnownPassage } from '../../../shared/replay';
import { ErrorNotice } from '../../components/errorNotice';
import { readDocument } from '../documents/documentsApi';
import { documentTypeLabel } from '../documents/documentTypeLabel';
import { openOriginal } from '../documents/openOriginal';
import classes from './knowledge.module.css';

interface KnownPassageProps {
  passage: KnownPassage;
}

/** Where a passage stood, how it was found and used, and what has become of its document. */
export function KnownPassageFacts({ passage }: KnownPassageProps) {
  const { t } = useTranslation('replay');
  const { number, quote, given, version, page, heading, rank, score, docType } = passage;
  const facts = [
    documentTypeLabel(docType),
    version !== null && t('known.version', { version }),
    page !== null && t('known.page', { page }),
    heading,
    t('known.rank', { rank }),
    t('known.score', { score: score.toFixed(3) }),
  ];
  return (
    <Stack gap={6}>
      <Group gap={6}>
        <Text fw={600} size="sm" mr={4}>
          {passage.title}
        </Text>
        {quote && (
          <Badge variant="dot" color="teal">
            {t('known.cited', { number })}
          </Badge>
        )}
        <Badge variant="default">{t(`known.given.${given}`)}</Badge>
        {passage.since !== 'same' && (
          <Badge
            variant="dot"
            color={passage.since === 'deleted' ? 'red' : 'orange'}
            data-testid="known-since"
          >
            {t(`known.since.${passage.since}`)}
          </Badge>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {facts.filter(Boolean).join(' · ')}
      </Text>
      {passage.current && <CurrentVersion current={passage.current} />}
    </Stack>
  );
}

/** The text that was read, with what the answer quotes of it marked. */
export function KnownPassageText({ passage: { text, quote } }: KnownPassageProps) {
  const end = quote ? quote.start + quote.text.length : 0;
  return (
    <div className={classes.text} data-testid="known-text">
      {quote ? (
        <>
          {text.slice(0, quote.start)}
          <mark className={classes.quote}>{text.slice(quote.start, end)}</mark>
          {text.slice(end)}
        </>
      ) : (
        text
      )}
    </div>
  );
}

function CurrentVersion({ current }: { current: NonNullable<KnownPassage['current']> }) {
  const { t } = useTranslation('replay');
  const opening = useMutation({
    mutationFn: async () => openOriginal(await readDocument(current.documentId), null),
  });
  return (
    <>
      <Group>
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconExternalLink size={14} aria-hidden />}
          loading={opening.isPending}
          onClick={() => opening.mutate()}
          data-testid="open-current"
        >
          {t('known.current', { version: current.version })}
        </Button>
      </Group>
      {opening.error && <ErrorNotice error={opening.error} />}
    </>
  );
}
