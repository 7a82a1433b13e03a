import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatCount, formatRelativeTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';

interface QuestionGroup {
  question: string;
  count: number;
  people: number;
  lastAskedAt: string;
  examples: { question: string; turnId?: string }[];
  errorCodes?: string[];
}

/** Questions alike, most asked first, each with the turns it leads to. */
export function QuestionGroups({ title, groups }: { title: string; groups: QuestionGroup[] }) {
  const { t } = useTranslation('auditNumbers');
  const language = useLanguage();
  if (groups.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={3} size="sm">
        {title}
      </Title>
      <Table.ScrollContainer minWidth={620} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="xs" aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('question')}</Table.Th>
              <Table.Th scope="col">{t('count.count')}</Table.Th>
              <Table.Th scope="col">{t('count.people')}</Table.Th>
              <Table.Th scope="col">{t('lastAsked')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {groups.map((group) => (
              <Table.Tr key={`${group.question} ${group.lastAskedAt}`} data-testid="question-group">
                <Table.Td maw={460} valign="top">
                  <Text size="sm" fw={500}>
                    {group.question}
                  </Text>
                  {group.errorCodes && (
                    <Text size="xs" c="dimmed">
                      {group.errorCodes.join(', ')}
                    </Text>
                  )}
                  {group.examples.map(
                    ({ question, turnId }) =>
                      turnId && (
                        <Text key={turnId} size="xs" c="dimmed">
                          “{question}”{' '}
                          <Anchor
                            component={Link}
                            to={`/audit/turns/${turnId}`}
                            size="xs"
                            c="var(--naru-link)"
                          >
                            {t('openTurn')}
                          </Anchor>
                        </Text>
                      ),
                  )}
                </Table.Td>
                <Table.Td valign="top">{formatCount(group.count)}</Table.Td>
                <Table.Td valign="top">{formatCount(group.people)}</Table.Td>
                <Table.Td valign="top" style={{ whiteSpace: 'nowrap' }}>
                  {formatRelativeTime(group.lastAskedAt, language)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
