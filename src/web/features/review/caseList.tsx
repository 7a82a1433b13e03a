import { ActionIcon, Anchor, Badge, Table, Text } from '@mantine/core';
import { IconTestPipe, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EvaluationCaseDto } from '../../../shared/review';
import { ConfirmDialog } from '../../components/confirmDialog';
import { EmptyNotice } from '../../components/emptyNotice';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { PageFallback } from '../../components/pageFallback';
import { formatRelativeTime } from '../../lib/format';
import { may, useEmployee } from '../../lib/session';
import { useLanguage } from '../../lib/useLanguage';
import { usePages } from '../../lib/usePages';
import { casesPath, removeCase, reviewKey } from './reviewApi';
import { useReviewChange } from './useReviewChange';

/** All cases, the latest first. */
export function CaseList() {
  const { t } = useTranslation('review');
  const mayReview = may(useEmployee(), 'audit.review');
  const cases = usePages<EvaluationCaseDto>([...reviewKey, 'cases'], casesPath);
  if (cases.isPending) return <PageFallback />;
  if (cases.error) return <ErrorNotice error={cases.error} onRetry={() => void cases.refetch()} />;
  if (cases.items.length === 0)
    return (
      <EmptyNotice
        icon={<IconTestPipe aria-hidden />}
        title={t('case.empty')}
        description={t('case.emptyHelp')}
      />
    );
  return (
    <>
      <Table.ScrollContainer minWidth={720} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="sm" highlightOnHover aria-label={t('case.title')}>
          <Table.Thead>
            <Table.Tr>
              {(['question', 'expects', 'askedBy', 'madeBy', 'actions'] as const).map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`case.column.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {cases.items.map((row) => (
              <CaseRow key={row.id} row={row} mayReview={mayReview} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <LoadMore pages={cases} />
    </>
  );
}

function CaseRow({ row, mayReview }: { row: EvaluationCaseDto; mayReview: boolean }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const [isRemoving, setIsRemoving] = useState(false);
  const removal = useReviewChange(() => removeCase(row.id));
  return (
    <Table.Tr data-testid="case-row">
      <Table.Td maw={420}>
        {row.turnId ? (
          <Anchor component={Link} to={`/audit/turns/${row.turnId}`} size="sm" fw={500} c="var(--naru-link)">
            {row.question}
          </Anchor>
        ) : (
          <Text size="sm">{row.question}</Text>
        )}
        <Text size="xs" c="dimmed" lineClamp={2}>
          {row.answer}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge variant="light">{t(`expects.${row.expects}`)}</Badge>
        {row.comment && (
          <Text size="xs" c="dimmed">
            {row.comment}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{row.askedBy.name}</Text>
        <Text size="xs" c="dimmed">
          {row.askedOn}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{row.madeBy.name}</Text>
        <Text size="xs" c="dimmed">
          {formatRelativeTime(row.createdAt, language)}
        </Text>
      </Table.Td>
      <Table.Td>
        {mayReview && (
          <ActionIcon
            variant="subtle"
            color="red"
            size="lg"
            aria-label={t('case.remove', { question: row.question })}
            onClick={() => setIsRemoving(true)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        )}
        <ConfirmDialog
          opened={isRemoving}
          title={t('case.removeTitle')}
          text={t('case.removeText', { question: row.question })}
          confirmLabel={t('case.removeConfirm')}
          busy={removal.isPending}
          onConfirm={() => removal.mutate(undefined)}
          onCancel={() => setIsRemoving(false)}
        />
      </Table.Td>
    </Table.Tr>
  );
}
