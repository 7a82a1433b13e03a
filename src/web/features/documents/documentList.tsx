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
import type { DocumentDialogs } from './documentActions';
import { DocumentRow } from './documentRow';
import { documentListKey, documentsPath } from './documentsApi';
import { EditDocumentDialog } from './editDocumentDialog';
import { UploadDialog } from './uploadDialog';

/** What the server tells may be lost on the way: a list with work under way is read again, this many milliseconds apart. */
const lookAgainMs = 5_000;

const readAgainMs = (documents: DocumentDto[]) =>
  documents.some(({ status }) => status !== 'indexed' && status !== 'failed') && lookAgainMs;

interface DocumentListProps {
  filters: { q?: string; status?: string; docType?: string };
}

/** What is open beside the list, for which document. */
type OpenDialog = { kind: keyof DocumentDialogs; document: DocumentDto };

/** The documents that match the filters, with what can be done with each. */
export function DocumentList({ filters }: DocumentListProps) {
  const { t } = useTranslation('documents');
  const pages = usePages<DocumentDto>([...documentListKey, filters], documentsPath, filters, { readAgainMs });
  const [open, setOpen] = useState<OpenDialog>();
  const dialogs: DocumentDialogs = {
    showChunks: (document) => setOpen({ kind: 'showChunks', document }),
    edit: (document) => setOpen({ kind: 'edit', document }),
    addVersion: (document) => setOpen({ kind: 'addVersion', document }),
    remove: (document) => setOpen({ kind: 'remove', document }),
  };
  const openFor = (kind: OpenDialog['kind']) => (open?.kind === kind ? open.document : undefined);
  const close = () => setOpen(undefined);

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
                <DocumentRow key={document.id} document={document} dialogs={dialogs} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <LoadMore pages={pages} />
      <ChunkDrawer document={openFor('showChunks')} onClose={close} />
      <EditDocumentDialog document={openFor('edit')} onClose={close} />
      <UploadDialog
        opened={openFor('addVersion') !== undefined}
        replaced={openFor('addVersion')}
        onClose={close}
      />
      <DeleteDocumentDialog document={openFor('remove')} onClose={close} />
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
