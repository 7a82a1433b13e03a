import { Anchor, Table, Text, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AuditExportDto } from '../../../shared/auditExports';
import { exportColumnNames } from '../../../shared/exportColumnNames';
import { formatRelativeTime } from '../../lib/format';
import { withQuery } from '../../lib/http';
import { useLanguage } from '../../lib/useLanguage';
import { ExportActions } from './exportActions';
import { ExportFacts } from './exportFacts';
import { ExportState } from './exportState';

/** One export. Its filter leads to the turns it was asked for. */
export function ExportRow({ record }: { record: AuditExportDto }) {
  const { t } = useTranslation('auditExports');
  const language = useLanguage();
  const filter = Object.fromEntries(
    Object.entries(record.filter).map(([name, value]) => [name, String(value)]),
  );
  const names = record.columns.map((column) => exportColumnNames[language][column]);
  return (
    <Table.Tr data-testid="export-row" data-status={record.status}>
      <Table.Td maw={260}>
        <Text size="sm" fw={500}>
          {record.reason}
        </Text>
        <Text size="xs" c="dimmed">
          {`${record.askedBy.name} · ${formatRelativeTime(record.askedAt, language)}`}
        </Text>
      </Table.Td>
      <Table.Td maw={200}>
        <Anchor component={Link} size="sm" to={withQuery('/audit', filter)}>
          {Object.values(filter).join(' · ') || t('everything')}
        </Anchor>
        <Tooltip
          label={names.join(', ')}
          multiline
          maw={360}
          events={{ hover: true, focus: true, touch: true }}
        >
          <Text size="xs" c="dimmed" tabIndex={0}>
            {t('columnCount', { count: names.length })}
          </Text>
        </Tooltip>
      </Table.Td>
      <Table.Td miw={150}>
        <ExportState record={record} />
      </Table.Td>
      <Table.Td miw={190}>
        <ExportFacts record={record} />
      </Table.Td>
      <Table.Td>
        <ExportActions record={record} />
      </Table.Td>
    </Table.Tr>
  );
}
