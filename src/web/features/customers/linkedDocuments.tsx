import { Badge, Box, Button, Group, Paper, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentLinkDto } from '../../../shared/relations';
import { errorText } from '../../lib/apiError';
import { DocumentTitle } from './documentTitle';
import { customerKey, unlinkDocument } from './customerApi';

/** Links before the rest is asked for. */
const linksAtFirst = 8;

/** Documents that belong to a customer, with how; who may takes one off again. */
export function LinkedDocuments({ code, documents }: { code: string; documents: DocumentLinkDto[] }) {
  const { t } = useTranslation('customers');
  const queryClient = useQueryClient();
  const removal = useMutation({
    mutationFn: (link: DocumentLinkDto) => unlinkDocument(code, link),
    onSuccess: () => {
      notifications.show({ message: t('documents.removed') });
      return queryClient.invalidateQueries({ queryKey: customerKey(code) });
    },
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
  });
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? documents : documents.slice(0, linksAtFirst);
  if (documents.length === 0) return <Text c="dimmed">{t('documents.none')}</Text>;
  return (
    <Paper withBorder data-testid="linked-documents">
      <Box component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {shown.map((link) => (
          <Group
            key={keyOf(link)}
            component="li"
            justify="space-between"
            wrap="nowrap"
            px="md"
            py="xs"
            data-testid="linked-document"
          >
            <div style={{ minWidth: 0 }}>
              <Group gap="xs">
                <DocumentTitle documentId={link.documentId} title={link.title} />
                {link.superseded && (
                  <Badge size="sm" variant="light" color="gray">
                    {t('documents.superseded')}
                  </Badge>
                )}
              </Group>
              <Text size="xs" c="dimmed">
                <Where link={link} />
              </Text>
            </div>
            {link.mayUnlink && (
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                c="var(--mantine-color-text)"
                style={{ flexShrink: 0 }}
                aria-label={t('documents.removeOf', { title: link.title })}
                loading={removal.isPending && removal.variables === link}
                onClick={() => removal.mutate(link)}
              >
                {t('documents.remove')}
              </Button>
            )}
          </Group>
        ))}
      </Box>
      {documents.length > linksAtFirst && (
        <Button
          variant="subtle"
          size="compact-sm"
          m="xs"
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? t('documents.showLess') : t('documents.showAll', { count: documents.length })}
        </Button>
      )}
    </Paper>
  );
}

function Where({ link: { linkedTo, day, about, employeeName } }: { link: DocumentLinkDto }) {
  const { t } = useTranslation('customers');
  const place = { day, about, employee: employeeName };
  if (linkedTo === 'customer') return t('documents.ofCustomer');
  return linkedTo === 'sale' ? t('documents.ofSale', place) : t('documents.usedOn', place);
}

function keyOf({ documentId, interactionId, salesRecordId }: DocumentLinkDto): string {
  return [documentId, interactionId, salesRecordId].join();
}
