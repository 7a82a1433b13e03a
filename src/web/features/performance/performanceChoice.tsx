import { Group, SegmentedControl, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isMonth, thisMonth } from './months';
import type { Whose } from './performanceApi';

export interface ChosenPerformance {
  whose: Whose;
  /** YYYY-MM. */
  month: string;
}

interface PerformanceChoiceProps extends ChosenPerformance {
  onChoose: (choice: ChosenPerformance) => void;
}

/** Whose figures, and of which month. */
export function PerformanceChoice({ whose, month, onChoose }: PerformanceChoiceProps) {
  const { t } = useTranslation('performance');
  return (
    <Group gap="sm" align="flex-end">
      <SegmentedControl
        aria-label={t('whose.label')}
        value={whose}
        onChange={(value) => onChoose({ month, whose: value })}
        data={[
          { value: 'mine', label: t('whose.mine') },
          { value: 'all', label: t('whose.all') },
        ]}
      />
      <TextInput
        type="month"
        aria-label={t('month')}
        value={month}
        max={thisMonth()}
        onChange={({ currentTarget: { value } }) => isMonth(value) && onChoose({ whose, month: value })}
      />
    </Group>
  );
}
