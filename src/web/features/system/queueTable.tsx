import { Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { QueueStatus } from '../../../shared/system';
import { formatCount, formatTime, noValue } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';

/** Background work that is not done. */
export function QueueTable({ queues }: { queues: QueueStatus[] }) {
  const { t } = useTranslation('system');
  const language = useLanguage();
  return (
    <section aria-labelledby="system-queues">
      <Title order={2} size="h4" mb="sm" id="system-queues">
        {t('queues')}
      </Title>
      <Paper withBorder p={{ base: 'sm', sm: 'md' }} data-testid="system-queues">
        {queues.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('noJobs')}
          </Text>
        ) : (
          <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
            <Table aria-labelledby="system-queues">
              <Table.Thead>
                <Table.Tr>
                  {(['queue', 'waiting', 'running', 'retrying', 'oldestAt'] as const).map((column) => (
                    <Table.Th key={column} scope="col">
                      {t(`queue.${column}`)}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {queues.map(({ queue, waiting, running, retrying, oldestAt }) => (
                  <Table.Tr key={queue}>
                    <Table.Td>{t(`job.${queue.replace('.', '-')}`, { defaultValue: queue })}</Table.Td>
                    <Table.Td>{formatCount(waiting)}</Table.Td>
                    <Table.Td>{formatCount(running)}</Table.Td>
                    <Table.Td>{formatCount(retrying)}</Table.Td>
                    <Table.Td>{oldestAt ? formatTime(oldestAt, language) : noValue}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Paper>
    </section>
  );
}
