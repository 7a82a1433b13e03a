import { CloseButton, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../lib/apiError';
import { formatBytes } from '../../lib/format';
import type { Upload } from './useUploads';

interface UploadListProps {
  uploads: Upload[];
  /** Missing while files are being sent. */
  onRemove?: (file: File) => void;
}

/** The chosen files, each with how far it has come. */
export function UploadList({ uploads, onRemove }: UploadListProps) {
  if (uploads.length === 0) return null;
  return (
    <Stack gap="xs" mah={240} style={{ overflowY: 'auto' }} tabIndex={0}>
      {uploads.map((upload, index) => (
        <UploadRow key={index} upload={upload} onRemove={onRemove} />
      ))}
    </Stack>
  );
}

function UploadRow({ upload, onRemove }: { upload: Upload; onRemove: UploadListProps['onRemove'] }) {
  const { t } = useTranslation('documents');
  const { file, state, sent, error } = upload;
  return (
    <Paper withBorder p="xs" data-testid="upload-row" data-state={state}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{file.name}</Text>
        <Group gap="xs" wrap="nowrap">
          <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {formatBytes(file.size)}
          </Text>
          {state === 'accepted' && <IconCheck size={16} aria-label={t('upload.accepted')} />}
          {onRemove && state !== 'accepted' && (
            <CloseButton
              size="sm"
              aria-label={t('upload.remove', { name: file.name })}
              onClick={() => onRemove(file)}
            />
          )}
        </Group>
      </Group>
      {state === 'sending' && (
        <Progress value={sent * 100} size="sm" mt={6} aria-label={t('upload.sending')} />
      )}
      {state === 'refused' && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {errorText(error)}
        </Text>
      )}
    </Paper>
  );
}
