import { Alert, Progress, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SearchExplanation } from '../../../shared/search';
import { formatScore } from './searchTest';

/** Whether the chat would answer from these passages, and by how much. */
export function EvidenceNotice({
  explanation: { evidence, degradedBy },
}: {
  explanation: SearchExplanation;
}) {
  const { t } = useTranslation('retrieval');
  const { value, threshold, enough } = evidence;
  return (
    <Alert
      color={enough ? 'teal' : 'yellow'}
      variant="light"
      role="status"
      icon={enough ? <IconCircleCheck aria-hidden /> : <IconCircleX aria-hidden />}
      title={t(enough ? 'evidence.enough' : 'evidence.notEnough')}
      // Yellow on light yellow falls below the contrast that text needs; the icon carries the colour.
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      data-testid="evidence"
      data-enough={enough}
    >
      <Stack gap={6}>
        <Text size="sm">
          {t('evidence.value', { value: formatScore(value), threshold: formatScore(threshold) })}
        </Text>
        <Progress
          value={value * 100}
          size="sm"
          color={enough ? 'teal' : 'yellow'}
          aria-label={t('evidence.label')}
        />
        {degradedBy && <Text size="sm">{t('evidence.degraded', { reason: degradedBy })}</Text>}
      </Stack>
    </Alert>
  );
}
