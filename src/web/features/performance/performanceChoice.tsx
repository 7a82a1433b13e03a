import { Group, SegmentedControl } from '@mantine/core';
import { MonthPickerInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { thisMonth } from './months';
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
  const id = useId();
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
      <MonthPickerInput
        id={id}
        // What opens is named after the button, which it has to know for that.
        popoverProps={{ id }}
        aria-label={t('month.label')}
        value={`${month}-01`}
        maxDate={`${thisMonth()}-01`}
        onChange={(day) => day && onChoose({ whose, month: day.slice(0, 7) })}
        valueFormat={t('month.format')}
        monthsListFormat={t('month.inList')}
        yearLabelFormat={t('month.year')}
        ariaLabels={{
          previousYear: t('month.previousYear'),
          nextYear: t('month.nextYear'),
          yearLevelControl: t('month.chooseYear'),
          previousDecade: t('month.previousDecade'),
          nextDecade: t('month.nextDecade'),
        }}
      />
    </Group>
  );
}
