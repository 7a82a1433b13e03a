import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readReviewers, reviewKey } from './reviewApi';

interface AssigneeSelectProps {
  label: string;
  placeholder: string;
  /** Number of a person; null: nobody. */
  value: string | null;
  onChange: (employeeNo: string | null) => void;
  /** More choices, before the people. */
  before?: { value: string; label: string }[];
  clearable?: boolean;
}

/** Chooses among the people who may look into turns. */
export function AssigneeSelect({ before = [], clearable = true, ...props }: AssigneeSelectProps) {
  const { t } = useTranslation('review');
  const reviewers = useQuery({ queryKey: [...reviewKey, 'reviewers'], queryFn: readReviewers });
  const people = (reviewers.data ?? []).map(({ employeeNo, name }) => ({
    value: employeeNo,
    label: `${name} (${employeeNo})`,
  }));
  return (
    <Select
      {...props}
      searchable
      clearable={clearable}
      clearButtonProps={{ 'aria-label': t('clear') }}
      data={[...before, ...people]}
    />
  );
}
