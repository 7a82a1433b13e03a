import { Badge, Group, Paper, SimpleGrid, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SearchExplanation } from '../../../shared/search';
import { documentTypeLabel } from '../documents/documentTypeLabel';

/** What it is called, and what it is. */
type Fact = [label: string, values: string[]];

/** What was asked of the index: the question as it was searched, and the filter inside the query. */
export function SearchFacts({ explanation: { question, filter, mode } }: { explanation: SearchExplanation }) {
  const { t } = useTranslation('retrieval');
  const orAny = (values: string[]) => (values.length > 0 ? values : [t('fact.any')]);
  const asked: Fact[] = [
    [t('fact.searched'), [question.searched]],
    [t('fact.expansions'), question.expansions.length > 0 ? question.expansions : [t('fact.none')]],
    [t('fact.mode'), [t(`mode.${mode}`)]],
  ];
  const applied: Fact[] = [
    [t('fact.principals'), filter.principals ?? [t('fact.allDocuments')]],
    [t('fact.docTypes'), orAny(filter.docTypes.map(documentTypeLabel))],
    [t('fact.productCodes'), orAny(filter.productCodes)],
    [t('fact.validOn'), [filter.validOn]],
    [t('fact.versions'), [t(`versions.${filter.versions}`)]],
  ];
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} data-testid="search-facts">
      <Facts label={t('fact.question')} facts={asked} />
      <Facts label={t('fact.filter')} facts={applied} />
    </SimpleGrid>
  );
}

function Facts({ label, facts }: { label: string; facts: Fact[] }) {
  return (
    <Paper withBorder p="md">
      <Text size="sm" fw={600} mb={4}>
        {label}
      </Text>
      <Table withRowBorders={false} verticalSpacing={4} horizontalSpacing={0} aria-label={label}>
        <Table.Tbody>
          {facts.map(([name, values]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w={120} fw={400} style={{ verticalAlign: 'top' }}>
                <Text size="xs" c="dimmed">
                  {name}
                </Text>
              </Table.Th>
              <Table.Td>
                <Group gap={4}>
                  {values.map((value) => (
                    <Badge key={value} variant="default" size="sm" maw="100%">
                      {value}
                    </Badge>
                  ))}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
