import { Badge, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DocumentDto } from '../../../shared/documents';
import { formatBytes, formatRelativeTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { audienceText } from './audienceText';
import { DocumentActions, type DocumentDialogs } from './documentActions';
import { DocumentState } from './documentState';
import { documentTypeLabel } from './documentTypeLabel';

interface DocumentRowProps {
  document: DocumentDto;
  dialogs: DocumentDialogs;
}

/** A document in the list. */
export function DocumentRow({ document, dialogs }: DocumentRowProps) {
  const { t } = useTranslation('documents');
  const language = useLanguage();
  const facts = [
    documentTypeLabel(document.docType),
    formatBytes(document.size),
    document.pages === null ? '' : t('pages', { count: document.pages }),
    formatRelativeTime(document.createdAt, language),
    ...document.productCodes,
  ];
  return (
    <Table.Tr data-testid="document-row" data-document-id={document.id} data-status={document.status}>
      <Table.Td maw={360}>
        <Group gap="xs" wrap="nowrap">
          <Text size="sm" fw={500}>
            {document.title}
          </Text>
          {document.version > 1 && (
            <Badge variant="default" size="sm" miw="max-content" data-testid="version">
              {t('version', { version: document.version })}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td miw={190} maw={300}>
        <DocumentState document={document} />
      </Table.Td>
      <Table.Td>
        <Text size="sm">{audienceText(document.audience)}</Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{validityText(document) || t('validity.always')}</Text>
      </Table.Td>
      <Table.Td>
        <DocumentActions document={document} dialogs={dialogs} />
      </Table.Td>
    </Table.Tr>
  );
}

function validityText({ validFrom, validTo }: DocumentDto): string {
  return validFrom || validTo ? `${validFrom ?? ''} ~ ${validTo ?? ''}`.trim() : '';
}
