import { Stack, Table } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AuditExportDto } from '../../../shared/auditExports';
import { EmptyNotice } from '../../components/emptyNotice';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { PageFallback } from '../../components/pageFallback';
import { usePages } from '../../lib/usePages';
import { exportsKey, exportsPath } from './auditExportsApi';
import { ExportRow } from './exportRow';

/** Exports of everybody, newest first. */
export function ExportList() {
  const { t } = useTranslation('auditExports');
  const pages = usePages<AuditExportDto>([...exportsKey, 'list'], exportsPath);
  if (pages.isPending) return <PageFallback />;
  if (pages.isSuccess && pages.items.length === 0)
    return (
      <EmptyNotice icon={<IconDownload aria-hidden />} title={t('empty')} description={t('emptyHelp')} />
    );
  return (
    <Stack gap="sm">
      {pages.error && <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      <Table.ScrollContainer minWidth={820} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="sm" highlightOnHover aria-label={t('title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('reason')}</Table.Th>
              <Table.Th scope="col">{t('filter')}</Table.Th>
              <Table.Th scope="col">{t('state')}</Table.Th>
              <Table.Th scope="col">{t('file')}</Table.Th>
              <Table.Th scope="col">{t('actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pages.items.map((record) => (
              <ExportRow key={record.id} record={record} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <LoadMore pages={pages} />
    </Stack>
  );
}
