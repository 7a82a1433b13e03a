import { ActionIcon, Anchor, Group, Switch, Table, Text } from '@mantine/core';
import { IconFilterCog, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FlagRuleDto } from '../../../shared/review';
import { ConfirmDialog } from '../../components/confirmDialog';
import { EmptyNotice } from '../../components/emptyNotice';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { PageFallback } from '../../components/pageFallback';
import { formatCount, formatRelativeTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { usePages } from '../../lib/usePages';
import { changeRule, removeRule, reviewKey, rulesPath } from './reviewApi';
import { RuleDialog } from './ruleDialog';
import { useConditionInWords } from './useConditionInWords';
import { useReviewChange } from './useReviewChange';

/** All rules with what each asks and how much it has flagged. */
export function RuleList({ mayReview }: { mayReview: boolean }) {
  const { t } = useTranslation('review');
  const rules = usePages<FlagRuleDto>([...reviewKey, 'rules'], rulesPath);
  if (rules.isPending) return <PageFallback />;
  if (rules.error) return <ErrorNotice error={rules.error} onRetry={() => void rules.refetch()} />;
  if (rules.items.length === 0)
    return (
      <EmptyNotice
        icon={<IconFilterCog aria-hidden />}
        title={t('rule.empty')}
        description={t('rule.emptyHelp')}
      />
    );
  return (
    <>
      <Table.ScrollContainer minWidth={720} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="sm" highlightOnHover aria-label={t('rule.title')}>
          <Table.Thead>
            <Table.Tr>
              {(['name', 'condition', 'flags', 'changedBy', 'active', 'actions'] as const).map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`rule.column.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rules.items.map((rule) => (
              <RuleRow key={rule.id} rule={rule} mayReview={mayReview} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <LoadMore pages={rules} />
    </>
  );
}

function RuleRow({ rule, mayReview }: { rule: FlagRuleDto; mayReview: boolean }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const inWords = useConditionInWords();
  const { id, name, condition, active, version } = rule;
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const toggle = useReviewChange(() => changeRule(id, { version, active: !active }));
  const removal = useReviewChange(() => removeRule(id));
  return (
    <Table.Tr data-testid="rule-row">
      <Table.Td>
        <Text size="sm" fw={500}>
          {name}
        </Text>
      </Table.Td>
      <Table.Td maw={320}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {inWords(condition)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Anchor component={Link} to={`/audit/review?kind=rule&ruleId=${id}`} size="sm" c="var(--naru-link)">
          {t('rule.flags', { flags: formatCount(rule.flags), undecided: formatCount(rule.undecided) })}
        </Anchor>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{rule.changedBy.name}</Text>
        <Text size="xs" c="dimmed">
          {formatRelativeTime(rule.updatedAt, language)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Switch
          aria-label={t('rule.activeOf', { name })}
          checked={active}
          disabled={!mayReview || toggle.isPending}
          onChange={() => toggle.mutate(undefined)}
        />
      </Table.Td>
      <Table.Td>
        {mayReview && (
          <Group gap={4} wrap="nowrap">
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t('rule.edit', { name })}
              onClick={() => setOpen('edit')}
            >
              <IconPencil size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="red"
              size="lg"
              aria-label={t('rule.remove', { name })}
              onClick={() => setOpen('remove')}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
        )}
        {open === 'edit' && <RuleDialog rule={rule} onClose={() => setOpen(null)} />}
        <ConfirmDialog
          opened={open === 'remove'}
          title={t('rule.removeTitle')}
          text={t('rule.removeText', { name })}
          confirmLabel={t('rule.removeConfirm')}
          busy={removal.isPending}
          onConfirm={() => removal.mutate(undefined)}
          onCancel={() => setOpen(null)}
        />
      </Table.Td>
    </Table.Tr>
  );
}
