import { ActionIcon, Code, CopyButton, Group, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AuditExportDto } from '../../../shared/auditExports';
import { formatBytes, formatCount } from '../../lib/format';

/** What the file is: its format, its rows, its size and its fingerprint. */
export function ExportFacts({ record }: { record: AuditExportDto }) {
  const { t } = useTranslation('auditExports');
  const { format, trace, rows, bytes, cutCells, sha256 } = record;
  const facts = [
    trace ? t('formatWithTrace', { format: format.toUpperCase() }) : format.toUpperCase(),
    sha256 && t('rowCount', { rows: formatCount(rows) }),
    bytes !== null && formatBytes(bytes),
  ];
  return (
    <>
      <Text size="sm">{facts.filter(Boolean).join(' · ')}</Text>
      {cutCells > 0 && (
        <Text size="xs" c="var(--mantine-color-error)">
          {t('cutCells', { cells: formatCount(cutCells) })}
        </Text>
      )}
      {sha256 && (
        <Group gap={4} wrap="nowrap">
          <Code title={sha256} data-testid="export-sha256">{`SHA-256 ${sha256.slice(0, 12)}…`}</Code>
          <CopyButton value={sha256}>
            {({ copied, copy }) => (
              <Tooltip label={t(copied ? 'copied' : 'copyHash')}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={t(copied ? 'copied' : 'copyHash')}
                  onClick={copy}
                >
                  {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
                </ActionIcon>
              </Tooltip>
            )}
          </CopyButton>
        </Group>
      )}
    </>
  );
}
