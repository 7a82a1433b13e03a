import { Paper, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SystemStatus } from '../../../shared/system';
import { formatBytes, formatCount, formatTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';

/** Everything else an operator asks for first, as the process that answered sees it. */
export function StatusFacts({ status }: { status: SystemStatus }) {
  const { t } = useTranslation('system');
  const language = useLanguage();
  const { chatModel, searchIndex, disk } = status;
  const { calls, failed } = chatModel.lastQuarter;
  const facts = [
    ['version', `${status.version} (Node ${status.node})`],
    ['startedAt', formatTime(status.startedAt, language)],
    ['chatModel', chatModel.isPlanner ? t('fact.planner') : chatModel.name],
    ['modelCalls', t('fact.calls', { calls: formatCount(calls), failed: formatCount(failed) })],
    ['embeddings', status.embeddings ?? t('fact.keyword')],
    [
      'searchIndex',
      searchIndex
        ? t('fact.index', {
            documents: formatCount(searchIndex.documents),
            chunks: formatCount(searchIndex.chunks),
          })
        : t('fact.unknown'),
    ],
    ['questions', formatCount(status.questions)],
    ['sockets', formatCount(status.sockets)],
    ['memory', formatBytes(status.memoryBytes)],
    ['database', formatBytes(status.databaseBytes)],
    ['disk', t('fact.free', { free: formatBytes(disk.freeBytes), total: formatBytes(disk.totalBytes) })],
  ] as const;
  return (
    <section aria-labelledby="system-facts">
      <Title order={2} size="h4" mb="sm" id="system-facts">
        {t('facts')}
      </Title>
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <Table layout="fixed" data-testid="system-facts" aria-labelledby="system-facts">
          <Table.Tbody>
            {facts.map(([name, value]) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={500}>
                  {t(`fact.${name}`)}
                </Table.Th>
                <Table.Td>{value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
    </section>
  );
}
