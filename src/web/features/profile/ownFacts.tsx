import { Badge, Group, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { permissions } from '../../../shared/people';
import { noValue } from '../../lib/format';
import { may, useEmployee } from '../../lib/session';
import classes from './profile.module.css';

/** Who one is here, and the rights in words. */
export function OwnFacts() {
  const { t } = useTranslation(['profile', 'common', 'rights']);
  const employee = useEmployee();
  const facts = [
    [t('facts.name'), employee.name],
    [t('facts.employeeNo'), employee.employeeNo],
    [t('facts.email'), employee.email],
    [t('facts.team'), employee.team ?? noValue],
    [t('facts.role'), t(`common:role.${employee.role}`)],
  ];
  return (
    <Stack gap="md">
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={classes.fact}>
            <Text component="dt" size="sm" c="dimmed">
              {name}
            </Text>
            <Text component="dd" size="sm" m={0}>
              {value}
            </Text>
          </div>
        ))}
      </dl>
      <div>
        <Text size="sm" fw={600} mb={4}>
          {t('facts.rights')}
        </Text>
        <List size="sm" spacing={4} data-testid="own-rights">
          {permissions
            .filter((permission) => may(employee, permission))
            .map((permission) => (
              <List.Item key={permission}>
                <Group gap={6} wrap="nowrap">
                  {t(`rights:${permission}.text`)}
                  {employee.extraPermissions.includes(permission) && (
                    <Badge size="xs" variant="default">
                      {t('facts.extra')}
                    </Badge>
                  )}
                </Group>
              </List.Item>
            ))}
        </List>
        <Text size="xs" c="dimmed" mt="xs">
          {t(`facts.scope.${employee.role}`)} {t('facts.askAdmin')}
        </Text>
      </div>
    </Stack>
  );
}
