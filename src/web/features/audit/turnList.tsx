import { Anchor, Stack, Table, Text } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AuditTurnDto } from '../../../shared/audit';
import { wordsOf } from '../../../shared/turnWords';
import { EmptyNotice } from '../../components/emptyNotice';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { PageFallback } from '../../components/pageFallback';
import { formatMilliseconds, formatRelativeTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { usePages } from '../../lib/usePages';
import { OpenChat } from '../replay/openChat';
import { turnsPath } from './auditApi';
import { FoundText } from './foundText';
import type { TurnFilters } from './turnFilters';
import { TurnStatusBadge } from './turnStatusBadge';

/** The turns that match the filters, the latest first. */
export function TurnList({ filters }: { filters: TurnFilters }) {
  const { t } = useTranslation('audit');
  const pages = usePages<AuditTurnDto>(['turns', filters], turnsPath, filters);
  const words = wordsOf(filters.q ?? '');
  if (pages.isPending) return <PageFallback />;
  return (
    <Stack gap="sm">
      {pages.error && <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && pages.items.length === 0 && (
        <EmptyNotice
          icon={<IconListSearch aria-hidden />}
          title={t('empty.title')}
          description={t(Object.keys(filters).length > 0 ? 'empty.helpFiltered' : 'empty.help')}
        />
      )}
      {pages.items.length > 0 && (
        <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table verticalSpacing="sm" highlightOnHover aria-label={t('title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('column.question')}</Table.Th>
                <Table.Th scope="col">{t('column.employee')}</Table.Th>
                <Table.Th scope="col">{t('column.time')}</Table.Th>
                <Table.Th scope="col">{t('column.status')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {pages.items.map((turn) => (
                <TurnRow key={turn.turnId} turn={turn} words={words} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <LoadMore pages={pages} />
    </Stack>
  );
}

function TurnRow({ turn, words }: { turn: AuditTurnDto; words: string[] }) {
  const language = useLanguage();
  const { t } = useTranslation(['audit', 'review']);
  const { employee } = turn;
  const about = [...turn.products, ...turn.customers].map(({ name }) => name).join(' · ');
  return (
    <Table.Tr data-testid="turn-row" data-turn-id={turn.turnId}>
      <Table.Td maw={420}>
        <Anchor component={Link} to={`/audit/turns/${turn.turnId}`} size="sm" fw={500} c="var(--naru-link)">
          <FoundText text={turn.question} words={words} />
        </Anchor>
        <Text size="xs" c="dimmed" lineClamp={2}>
          <FoundText text={turn.answer} words={words} />
        </Text>
        {about !== '' && (
          <Text size="xs" mt={2}>
            {about}
          </Text>
        )}
        <OpenChat turn={turn} />
      </Table.Td>
      <Table.Td>
        <Text size="sm">{employee.name}</Text>
        <Text size="xs" c="dimmed">
          {[employee.employeeNo, employee.team].filter(Boolean).join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Text size="sm">{formatRelativeTime(turn.startedAt, language)}</Text>
      </Table.Td>
      <Table.Td>
        <TurnStatusBadge status={turn.status} />
        <Text size="xs" c="dimmed">
          {[
            turn.latencyMs === null ? '' : formatMilliseconds(turn.latencyMs),
            turn.feedback && t(`feedback.${turn.feedback}`),
            ...turn.flags.map((flag) => t(`review:kind.${flag}`, flag)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
