import { Badge, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AuditExportDto } from '../../../shared/auditExports';
import type { ExportStatus } from '../../../shared/auditExportUpdate';
import { formatCount, formatTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';

const colors: Record<ExportStatus, string> = {
  queued: 'gray',
  running: 'naru',
  done: 'teal',
  failed: 'red',
  cancelled: 'gray',
  expired: 'gray',
};

/** How far an export is, or how it ended. */
export function ExportState({ record }: { record: AuditExportDto }) {
  const { t } = useTranslation('auditExports');
  const language = useLanguage();
  const { status, rows, expectedRows, error, expiresAt } = record;
  return (
    <>
      <Badge variant="dot" color={colors[status]}>
        {t(`status.${status}`)}
      </Badge>
      {status === 'running' && (
        <>
          <Progress
            mt={4}
            size="sm"
            value={expectedRows ? (100 * rows) / expectedRows : 0}
            aria-label={t('progressOf', { reason: record.reason })}
          />
          <Text size="xs" c="dimmed">
            {expectedRows === null
              ? t('counting')
              : t('rowsOf', { rows: formatCount(rows), all: formatCount(expectedRows) })}
          </Text>
        </>
      )}
      {status === 'done' && expiresAt && (
        <Text size="xs" c="dimmed">
          {t('keptUntil', { time: formatTime(expiresAt, language) })}
        </Text>
      )}
      {error && (
        <Text size="xs" c="var(--mantine-color-error)">
          {error.message}
        </Text>
      )}
    </>
  );
}
