import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Upload } from './uploadQueue';

interface UploadProgressProps {
  uploads: readonly Upload[];
  busy: boolean;
  onStop: () => void;
}

/** How far all files together have come, by their bytes, and what has become of them. */
export function UploadProgress({ uploads, busy, onStop }: UploadProgressProps) {
  const { t } = useTranslation('documents');
  const fit = uploads.filter(({ state }) => state !== 'unfit');
  const count = (wanted: Upload['state']) => uploads.filter(({ state }) => state === wanted).length;
  const begun = busy || count('accepted') + count('refused') > 0;
  if (!begun || fit.length === 0) return null;
  const bytes = fit.reduce((sum, { file }) => sum + file.size, 0);
  const sent = fit.reduce((sum, upload) => sum + upload.file.size * upload.sent, 0);
  const facts = [
    t('upload.doneOf', { done: count('accepted'), count: fit.length }),
    count('refused') > 0 && t('upload.failedOf', { count: count('refused') }),
    !busy && count('waiting') > 0 && t('upload.stoppedOf', { count: count('waiting') }),
  ];
  return (
    <Stack gap={6} data-testid="upload-progress">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" role="status">
          {facts.filter(Boolean).join(' · ')}
        </Text>
        {busy && (
          <Button size="compact-sm" variant="default" onClick={onStop} data-testid="upload-stop">
            {t('upload.stop')}
          </Button>
        )}
      </Group>
      <Progress value={(sent / bytes) * 100} aria-label={t('upload.all')} />
    </Stack>
  );
}
