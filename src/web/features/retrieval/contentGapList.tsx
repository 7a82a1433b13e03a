import { Anchor, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ContentGap, ContentGaps } from '../../../shared/search';
import { withQuery } from '../../lib/http';
import { formatCount, formatRelativeTime, noValue } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';

/** Groups of questions without an answer, most asked first. */
export function ContentGapList({ gaps: { items, questions, truncated } }: { gaps: ContentGaps }) {
  const { t } = useTranslation('retrieval');
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('gaps.summary', { questions: formatCount(questions), groups: formatCount(items.length) })}
        {truncated && ` ${t('gaps.truncated')}`}
      </Text>
      <Table.ScrollContainer minWidth={760} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="sm" aria-label={t('gaps.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('gaps.question')}</Table.Th>
              <Table.Th scope="col">{t('gaps.count')}</Table.Th>
              <Table.Th scope="col">{t('gaps.people')}</Table.Th>
              <Table.Th scope="col">{t('gaps.lastAsked')}</Table.Th>
              <Table.Th scope="col">{t('gaps.nearest')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((gap) => (
              <GapRow key={gap.question} gap={gap} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}

function GapRow({ gap }: { gap: ContentGap }) {
  const { t } = useTranslation('retrieval');
  const language = useLanguage();
  const { question, count, people, askedBy, lastAskedAt, nearestTitle, examples } = gap;
  // The same words again say nothing, unless they lead to their conversation.
  const wordings = examples.filter((example) => example.turnId || example.question !== question);
  return (
    <Table.Tr data-testid="gap-row">
      <Table.Td maw={460} valign="top">
        <Anchor
          component={Link}
          to={withQuery('/documents/search-test', { q: question })}
          size="sm"
          fw={500}
          c="var(--naru-link)"
          title={t('gaps.test')}
        >
          {question}
        </Anchor>
        {wordings.map((example) => (
          <Text key={example.question} size="xs" c="dimmed">
            “{example.question}”{' '}
            {example.turnId && (
              <Anchor component={Link} to={`/audit/turns/${example.turnId}`} size="xs" c="var(--naru-link)">
                {t('gaps.turn')}
              </Anchor>
            )}
          </Text>
        ))}
      </Table.Td>
      <Table.Td valign="top">{formatCount(count)}</Table.Td>
      <Table.Td valign="top">
        {formatCount(people)}
        {askedBy && (
          <Text size="xs" c="dimmed">
            {askedBy.map(({ name, employeeNo }) => `${name} (${employeeNo})`).join(', ')}
          </Text>
        )}
      </Table.Td>
      <Table.Td valign="top" style={{ whiteSpace: 'nowrap' }}>
        <Text size="sm">{formatRelativeTime(lastAskedAt, language)}</Text>
      </Table.Td>
      <Table.Td valign="top">
        <Text size="sm">{nearestTitle ?? noValue}</Text>
      </Table.Td>
    </Table.Tr>
  );
}
