import { Stack } from '@mantine/core';
import { useState } from 'react';
import { thisMonth } from '../performance/months';
import { type ChosenPerformance, PerformanceChoice } from '../performance/performanceChoice';
import { PerformanceFigures } from '../performance/performanceFigures';

/** The own performance beside a chat. */
export function PerformanceBeside() {
  const [chosen, setChosen] = useState<ChosenPerformance>(() => ({ whose: 'mine', month: thisMonth() }));
  return (
    <Stack gap="lg">
      <PerformanceChoice {...chosen} onChoose={setChosen} />
      <PerformanceFigures {...chosen} />
    </Stack>
  );
}
