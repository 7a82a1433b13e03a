import { Skeleton, Stack, Table } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentDto } from '../../../shared/documents';
import { EmptyNotice } from '../../components/emptyNotice';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { usePages } from '../../lib/usePages';
import { ChunkDrawer } from './chunkDrawer';
import { DeleteDocumentDialog } from './deleteDocumentDialog';
import { DocumentRow } from './documentRow';
import { documentsKey, documentsPath } from './documentsApi';

interface DocumentListProps {
  filters: { q?: string; status?: string; docType?: string };
}

/** The documents that match the filters, with what can be done with each. */
export function DocumentList({ filters }: DocumentListProps) {
  const { t } = useTranslation('documents');
  const pages = usePages<DocumentDto>([...documentsKey, filters], documentsPath, filters);
  const [shown, setShown] = useState<DocumentDto>();
  const [deleting, setDeleting] = useState<DocumentDto>();

  if (pages.isPending) return <LoadingRows />;
  return (
    <Stack gap="sm">
      {pages.error && <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && pages.items.length === 0 && (
        <NoDocuments filtered={Object.values(filters).some(Boolean)} />
      )}
      {pages.items.length > 0 && (
        <Table.ScrollContainer minWidth={760} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table verticalSpacing="sm" highlightOnHover aria-label={t('title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('column.title')}</Table.Th>
                <Table.Th scope="col">{t('column.status')}</Table.Th>
                <Table.Th scope="col">{t('column.audience')}</Table.Th>
                <Table.Th scope="col">{t('column.validity')}</Table.Th>
                <Table.Th scope="col">{t('column.actions')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {pages.items.map((document) => (
                <DocumentRow
                  key={document.id}
                  document={document}
                  onShowChunks={() => setShown(document)}
                  onDelete={() => setDeleting(document)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <LoadMore pages={pages} />
      <ChunkDrawer document={shown} onClose={() => setShown(undefined)} />
      <DeleteDocumentDialog document={deleting} onClose={() => setDeleting(undefined)} />
    </Stack>
  );
}

function NoDocuments({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation('documents');
  return (
    <EmptyNotice
      icon={<IconFileText aria-hidden />}
      title={t(filtered ? 'empty.noMatch' : 'empty.title')}
      description={t(filtered ? 'empty.noMatchHelp' : 'empty.help')}
    />
  );
}

function LoadingRows() {
  return (
    <Stack gap="sm" aria-hidden>
      {[1, 2, 3, 4].map((row) => (
        <Skeleton key={row} h={44} />
      ))}
    </Stack>
  );
}
