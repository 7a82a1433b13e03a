import { Button, CloseButton, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconCheck, IconRefresh } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../lib/apiError';
import { formatBytes } from '../../lib/format';
import type { Upload } from './uploadQueue';

interface UploadListProps {
  uploads: readonly Upload[];
  /** Both are missing while files are being sent. */
  onRemove?: (files: File[]) => void;
  onRetry?: (file: File) => void;
}

/** The chosen files, each with how far it has come. */
export function UploadList({ uploads, onRemove, onRetry }: UploadListProps) {
  const { t } = useTranslation('documents');
  if (uploads.length === 0) return null;
  const unfit = uploads.filter(({ state }) => state === 'unfit').map(({ file }) => file);
  return (
    <Stack gap="xs">
      <Stack
        gap="xs"
        mah={240}
        style={{ overflowY: 'auto' }}
        tabIndex={0}
        role="list"
        aria-label={t('upload.chosen')}
      >
        {uploads.map((upload, index) => (
          <UploadRow key={index} upload={upload} onRemove={onRemove} onRetry={onRetry} />
        ))}
      </Stack>
      {unfit.length > 0 && onRemove && (
        <Button
          variant="default"
          size="xs"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onRemove(unfit)}
          data-testid="upload-remove-unfit"
        >
          {t('upload.removeUnfit', { count: unfit.length })}
        </Button>
      )}
    </Stack>
  );
}

interface UploadRowProps extends Pick<UploadListProps, 'onRemove' | 'onRetry'> {
  upload: Upload;
}

/** Of two hundred rows only those are drawn again that have changed. */
const UploadRow = memo(function UploadRow({ upload, onRemove, onRetry }: UploadRowProps) {
  const { t } = useTranslation('documents');
  const { file, state, sent } = upload;
  const name = file.webkitRelativePath || file.name;
  return (
    <Paper withBorder p="xs" role="listitem" data-testid="upload-row" data-state={state}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" lineClamp={2} title={name}>
          {name}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {formatBytes(file.size)}
          </Text>
          {state === 'accepted' && <IconCheck size={16} aria-label={t('upload.accepted')} />}
          {state === 'refused' && onRetry && (
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconRefresh size={14} aria-hidden />}
              aria-label={t('upload.retryOf', { name })}
              onClick={() => onRetry(file)}
              data-testid="upload-retry"
            >
              {t('upload.retry')}
            </Button>
          )}
          {onRemove && state !== 'accepted' && (
            <CloseButton
              size="sm"
              aria-label={t('upload.remove', { name })}
              onClick={() => onRemove([file])}
            />
          )}
        </Group>
      </Group>
      {state === 'sending' && (
        <Progress value={sent * 100} size="sm" mt={6} aria-label={t('upload.sendingOf', { name })} />
      )}
      <UploadProblem upload={upload} />
    </Paper>
  );
});

function UploadProblem({ upload: { state, problem, error } }: { upload: Upload }) {
  const { t } = useTranslation('documents');
  if (state !== 'unfit' && state !== 'refused') return null;
  return (
    <Text size="xs" c="var(--mantine-color-error)">
      {problem ? t(`upload.problem.${problem}`) : errorText(error)}
    </Text>
  );
}
