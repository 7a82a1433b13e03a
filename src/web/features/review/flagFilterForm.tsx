import { Group, SegmentedControl, Select, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { flagKinds, flagStatuses, type FlagRuleDto } from '../../../shared/review';
import { formatCount } from '../../lib/format';
import { usePages } from '../../lib/usePages';
import { AssigneeSelect } from './assigneeSelect';
import { countFlags, reviewKey, rulesPath } from './reviewApi';
import type { ReviewFilters } from './reviewFilters';

interface FlagFilterFormProps {
  filters: ReviewFilters;
  onChange: (changes: ReviewFilters) => void;
}

/** Narrows the queue by status, with how many there are of each, by reason and by who looks after them. */
export function FlagFilterForm({ filters, onChange }: FlagFilterFormProps) {
  const { t } = useTranslation('review');
  const { status, ...others } = filters;
  const counts = useQuery({
    queryKey: [...reviewKey, 'counts', others],
    queryFn: () => countFlags(others),
    placeholderData: keepPreviousData,
  });
  const rules = usePages<FlagRuleDto>([...reviewKey, 'rules'], rulesPath);
  const all = counts.data && flagStatuses.reduce((sum, each) => sum + counts.data[each], 0);
  const withCount = (label: string, count: number | undefined) =>
    count === undefined ? label : `${label} ${formatCount(count)}`;
  return (
    <Stack gap="sm" mb="md">
      <SegmentedControl
        aria-label={t('filter.status')}
        value={status ?? ''}
        onChange={(value) => onChange({ status: value })}
        data={[
          { value: '', label: withCount(t('filter.all'), all) },
          ...flagStatuses.map((value) => ({
            value,
            label: withCount(t(`status.${value}`), counts.data?.[value]),
          })),
        ]}
        data-testid="flag-statuses"
        style={{ alignSelf: 'flex-start', maxWidth: '100%', overflowX: 'auto' }}
      />
      <Group align="flex-end">
        <Select
          label={t('filter.kind')}
          placeholder={t('filter.all')}
          clearable
          clearButtonProps={{ 'aria-label': t('clear') }}
          data={flagKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={filters.kind ?? null}
          onChange={(kind) => onChange({ kind: kind ?? '', ruleId: kind === 'rule' ? filters.ruleId : '' })}
          data-testid="flag-kind-filter"
        />
        {filters.kind === 'rule' && (
          <Select
            label={t('filter.rule')}
            placeholder={t('filter.all')}
            clearable
            clearButtonProps={{ 'aria-label': t('clear') }}
            data={rules.items.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={filters.ruleId ?? null}
            onChange={(ruleId) => onChange({ ruleId: ruleId ?? '' })}
          />
        )}
        <AssigneeSelect
          label={t('filter.assignee')}
          placeholder={t('filter.all')}
          before={[
            { value: 'mine', label: t('filter.mine') },
            { value: 'none', label: t('filter.nobody') },
          ]}
          value={filters.mine ? 'mine' : (filters.assignee ?? null)}
          onChange={(chosen) =>
            onChange(chosen === 'mine' ? { mine: '1', assignee: '' } : { mine: '', assignee: chosen ?? '' })
          }
        />
      </Group>
    </Stack>
  );
}
