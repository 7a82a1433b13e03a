import { Group, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readChoices } from './numbersApi';
import { daysOf, isRange, presetOf, presets, type NumbersFilter, type Preset } from './numbersFilter';

interface NumbersFilterFormProps {
  filter: NumbersFilter;
  onChange: (filter: NumbersFilter) => void;
}

/** Days, by presets or one by one, and whose turns are counted. */
export function NumbersFilterForm({ filter, onChange }: NumbersFilterFormProps) {
  const { t } = useTranslation('auditNumbers');
  const { from, to } = filter;
  const choices = useQuery({
    queryKey: ['auditNumbers', 'choices', from, to],
    queryFn: () => readChoices(filter),
  });
  const now = new Date();
  const chooseDays = (days: { from: string; to: string }) =>
    isRange(days) && onChange({ ...filter, ...days });
  const among = (given: string[] | undefined, chosen: string | undefined) =>
    [...new Set([...(given ?? []), ...(chosen === undefined ? [] : [chosen])])].sort();
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('filter.days')}
        value={presetOf(filter, now) ?? ''}
        onChange={(preset) => chooseDays(daysOf(preset as Preset, now))}
        data={presets.map((preset) => ({ value: preset, label: t(`preset.${preset}`) }))}
        style={{ alignSelf: 'flex-start', maxWidth: '100%' }}
        data-testid="numbers-preset"
      />
      <Group align="flex-end" gap="sm">
        <TextInput
          type="date"
          label={t('filter.from')}
          value={from}
          max={to}
          onChange={({ currentTarget: { value } }) => chooseDays({ from: value, to })}
        />
        <TextInput
          type="date"
          label={t('filter.to')}
          value={to}
          min={from}
          onChange={({ currentTarget: { value } }) => chooseDays({ from, to: value })}
        />
        <Select
          label={t('team')}
          placeholder={t('filter.all')}
          clearable
          data={among(choices.data?.teams, filter.team)}
          value={filter.team ?? null}
          onChange={(team) => onChange({ ...filter, team: team ?? undefined })}
        />
        <Select
          label={t('model')}
          placeholder={t('filter.all')}
          clearable
          data={among(choices.data?.models, filter.model)}
          value={filter.model ?? null}
          onChange={(model) => onChange({ ...filter, model: model ?? undefined })}
        />
        <TextInput
          key={filter.employeeNo ?? ''}
          label={t('filter.employeeNo')}
          defaultValue={filter.employeeNo ?? ''}
          onBlur={({ currentTarget: { value } }) =>
            value.trim() !== (filter.employeeNo ?? '') &&
            onChange({ ...filter, employeeNo: value.trim() || undefined })
          }
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
        />
      </Group>
    </Stack>
  );
}
