import { Paper, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EmployeeWithFactorDto } from '../../../shared/people';
import { formatDay, noValue } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';

/** Who an employee is. */
export function PersonFacts({ employee }: { employee: EmployeeWithFactorDto }) {
  const { t } = useTranslation(['people', 'common']);
  const language = useLanguage();
  const facts = [
    [t('employeeNo'), employee.employeeNo],
    [t('email'), employee.email],
    [t('team'), employee.team ?? noValue],
    [t('role'), t(`common:role.${employee.role}`)],
    [t('active'), t(employee.active ? 'state.active' : 'state.inactive')],
    [t('factor.label'), t(employee.secondFactor ? 'factor.on' : 'factor.off')],
    [t('person.since'), formatDay(employee.createdAt, language)],
  ] as const;
  return (
    <Paper withBorder p="md">
      <SimpleGrid component="dl" cols={{ base: 1, xs: 2, md: 3 }} spacing="md" m={0}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <Text component="dt" size="xs" c="dimmed">
              {label}
            </Text>
            <Text component="dd" size="sm" m={0}>
              {value}
            </Text>
          </div>
        ))}
      </SimpleGrid>
    </Paper>
  );
}
