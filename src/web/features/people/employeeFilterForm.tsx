import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { roles } from '../../../shared/people';
import type { EmployeeFilters } from './employeeFilters';

interface EmployeeFilterFormProps {
  filters: EmployeeFilters;
  onChange: (name: keyof EmployeeFilters, value: string) => void;
}

/** Narrows the list of employees, at every key. */
export function EmployeeFilterForm({ filters, onChange }: EmployeeFilterFormProps) {
  const { t } = useTranslation(['people', 'common']);
  const choices = (name: 'role' | 'active', data: { value: string; label: string }[]) => (
    <Select
      label={t(`filter.${name}`)}
      placeholder={t('filter.all')}
      clearable
      clearButtonProps={{ 'aria-label': t('common:clear') }}
      data={data}
      value={filters[name] || null}
      onChange={(value) => onChange(name, value ?? '')}
      data-testid={`people-filter-${name}`}
    />
  );
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" role="search" aria-label={t('filter.label')}>
      <TextInput
        label={t('filter.q')}
        placeholder={t('filter.qHelp')}
        leftSection={<IconSearch size={16} aria-hidden />}
        maxLength={100}
        value={filters.q}
        onChange={({ currentTarget: { value } }) => onChange('q', value)}
        data-testid="people-search"
      />
      {choices(
        'role',
        roles.map((value) => ({ value, label: t(`common:role.${value}`) })),
      )}
      {choices('active', [
        { value: 'true', label: t('state.active') },
        { value: 'false', label: t('state.inactive') },
      ])}
    </SimpleGrid>
  );
}
