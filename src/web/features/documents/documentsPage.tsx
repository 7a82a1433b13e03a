import { Button, Group, Paper, Select, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentStatuses, documentTypes } from '../../../shared/documents';
import { Page } from '../../components/page';
import { DocumentList } from './documentList';
import { DocumentSections } from './documentSections';
import { documentTypeLabel } from './documentTypeLabel';
import { ReconcileButton } from './reconcileButton';
import { UploadDialog } from './uploadDialog';
import { useDocumentUpdates } from './useDocumentUpdates';

/** The reference documents: upload, find, watch, delete. */
export function DocumentsPage() {
  const { t } = useTranslation('documents');
  const [uploadOpened, upload] = useDisclosure(false);
  const [text, setText] = useState('');
  const [status, setStatus] = useState<string | null>(null);
  const [docType, setDocType] = useState<string | null>(null);
  const [q] = useDebouncedValue(text.trim(), 300);
  useDocumentUpdates();
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        <Group gap="xs">
          <ReconcileButton />
          <Button
            leftSection={<IconUpload size={16} aria-hidden />}
            onClick={upload.open}
            data-testid="open-upload"
          >
            {t('upload.open')}
          </Button>
        </Group>
      }
    >
      <DocumentSections />
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <Group mb="md" align="flex-end">
          <TextInput
            label={t('filter.text')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            maxLength={200}
          />
          <Select
            label={t('filter.status')}
            placeholder={t('filter.all')}
            clearable
            clearButtonProps={{ 'aria-label': t('filter.clear') }}
            value={status}
            onChange={setStatus}
            data={documentStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
          />
          <Select
            label={t('docType')}
            placeholder={t('filter.all')}
            clearable
            clearButtonProps={{ 'aria-label': t('filter.clear') }}
            value={docType}
            onChange={setDocType}
            data={documentTypes.map((value) => ({ value, label: documentTypeLabel(value) }))}
          />
        </Group>
        <DocumentList filters={{ q, status: status ?? undefined, docType: docType ?? undefined }} />
      </Paper>
      <UploadDialog opened={uploadOpened} onClose={upload.close} />
    </Page>
  );
}
