import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../lib/apiError';
import { onceRead } from '../../lib/onceRead';
import { readReviewers } from './reviewApi';

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
  const reviewers = useQuery({ queryKey: ['reviewers'], queryFn: readReviewers, ...onceRead });
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
      error={reviewers.error ? errorText(reviewers.error) : undefined}
      data={[...before, ...people]}
    />
  );
}
