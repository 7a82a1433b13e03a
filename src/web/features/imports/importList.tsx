import { Button, Stack, Table, Text } from '@mantine/core';
import { IconTableImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportDto } from '../../../shared/imports';
import { EmptyNotice } from '../../components/emptyNotice';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { PageFallback } from '../../components/pageFallback';
import { formatCount, formatTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { usePages } from '../../lib/usePages';
import { ImportState } from './importState';
import { importsKey, importsPath } from './importsApi';

/** Every import, newest first. */
export function ImportList({ onShow }: { onShow: (importId: string) => void }) {
  const { t } = useTranslation('imports');
  const pages = usePages<ImportDto>([...importsKey, 'list'], importsPath);
  if (pages.isPending) return <PageFallback />;
  if (pages.isSuccess && pages.items.length === 0)
    return (
      <EmptyNotice icon={<IconTableImport aria-hidden />} title={t('empty')} description={t('emptyHelp')} />
    );
  return (
    <Stack gap="sm">
      {pages.error && <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      <Table.ScrollContainer minWidth={760} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="sm" highlightOnHover aria-label={t('title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('file')}</Table.Th>
              <Table.Th scope="col">{t('kind')}</Table.Th>
              <Table.Th scope="col">{t('state')}</Table.Th>
              <Table.Th scope="col">{t('rows')}</Table.Th>
              <Table.Th scope="col">{t('actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pages.items.map((batch) => (
              <ImportRow key={batch.id} batch={batch} onShow={onShow} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <LoadMore pages={pages} />
    </Stack>
  );
}

function ImportRow({ batch, onShow }: { batch: ImportDto; onShow: (importId: string) => void }) {
  const { t } = useTranslation('imports');
  const language = useLanguage();
  const facts = [formatTime(batch.createdAt, language), batch.requestedBy?.name, batch.template];
  return (
    <Table.Tr data-testid="import-row" data-status={batch.status}>
      <Table.Td maw={320}>
        <Text size="sm" fw={500}>
          {batch.fileName}
        </Text>
        <Text size="xs" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td>{t(`kinds.${batch.kind}`)}</Table.Td>
      <Table.Td miw={160}>
        <ImportState batch={batch} />
      </Table.Td>
      <Table.Td>
        <Text size="sm">
          {t('loadedOf', { loaded: formatCount(batch.loaded), rows: formatCount(batch.rows) })}
        </Text>
        {batch.rejected > 0 && (
          <Text size="xs" c="var(--mantine-color-error)">
            {t('rejectedRows', { rejected: formatCount(batch.rejected) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Button size="xs" variant="default" onClick={() => onShow(batch.id)}>
          {t('report')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
