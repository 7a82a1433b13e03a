import { Code, Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { limitKeys, type LimitDto, type LimitGroup } from '../../../shared/limits';
import { formatWon } from '../../../shared/won';
import { formatBytes, formatCount } from '../../lib/format';

/** The limits of one kind. */
export function LimitTable({ group, limits }: { group: LimitGroup; limits: LimitDto[] }) {
  const { t } = useTranslation('system');
  const inWords = useLimitInWords();
  const keys: readonly string[] = limitKeys[group];
  return (
    <section aria-labelledby={`limits-${group}`}>
      <Title order={2} size="h4" mb="sm" id={`limits-${group}`}>
        {t(`limitGroup.${group}`)}
      </Title>
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <Table layout="fixed" aria-labelledby={`limits-${group}`}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('limits.limit')}</Table.Th>
              <Table.Th scope="col" w="25%">
                {t('limits.value')}
              </Table.Th>
              <Table.Th scope="col" w="35%">
                {t('limits.setBy')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {limits
              .filter(({ key }) => keys.includes(key))
              .map((limit) => (
                <Table.Tr key={limit.key} data-testid={`limit-${limit.key}`}>
                  <Table.Td>{t(`limit.${limit.key}`)}</Table.Td>
                  <Table.Td>{inWords(limit)}</Table.Td>
                  <Table.Td>
                    {limit.variable ? (
                      <Code>{limit.variable}</Code>
                    ) : (
                      <Text size="sm" c="dimmed">
                        {t('limits.fixed')}
                      </Text>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      </Paper>
    </section>
  );
}

function useLimitInWords() {
  const { t } = useTranslation('system');
  return ({ value, unit }: LimitDto): string => {
    if (value === null) return t('limits.off');
    switch (unit) {
      case 'bytes':
        return formatBytes(value);
      case 'krw':
        return formatWon(value);
      case 'ms':
        return t('unit.seconds', { value: formatCount(value / 1_000) });
      default:
        return t(`unit.${unit}`, { value: formatCount(value) });
    }
  };
}
