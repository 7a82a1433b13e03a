import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmployeeDto, PermissionDto } from '../../../shared/people';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { onceRead } from '../../lib/onceRead';
import { refreshSession, useEmployee } from '../../lib/session';
import { employeesKey, permissionsKey, readPermissions, setPermissions } from './peopleApi';

interface RightsFormProps {
  employee: EmployeeDto;
  onSaved?: () => void;
}

/** What somebody may do: by the role, and beyond it, which can be given and taken here. */
export function RightsForm(props: RightsFormProps) {
  const rights = useQuery({ queryKey: permissionsKey, queryFn: readPermissions, ...onceRead });
  if (rights.isPending) return <PageFallback />;
  if (rights.error) return <ErrorNotice error={rights.error} onRetry={() => void rights.refetch()} />;
  const { id, role, extraPermissions } = props.employee;
  // Begins anew when what it would change has changed.
  return <Rights key={[id, role, ...extraPermissions].join()} rights={rights.data} {...props} />;
}

function Rights({ employee, rights, onSaved }: RightsFormProps & { rights: PermissionDto[] }) {
  const { t } = useTranslation(['people', 'common', 'rights']);
  const queryClient = useQueryClient();
  const isSelf = useEmployee().id === employee.id;
  const [given, setGiven] = useState(employee.extraPermissions);
  const { id, name, role } = employee;
  const saving = useMutation({
    mutationFn: () => setPermissions(id, given),
    onSuccess: async () => {
      notifications.show({ message: t('rights.saved', { name }) });
      if (isSelf) await refreshSession();
      await queryClient.invalidateQueries({ queryKey: employeesKey });
      onSaved?.();
    },
  });
  const before = employee.extraPermissions;
  const unchanged = given.length === before.length && given.every((right) => before.includes(right));
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('rights.help', { role: t(`common:role.${role}`) })}
      </Text>
      {rights.map(({ permission, roles }) => {
        const byRole = roles.includes(role);
        return (
          <Checkbox
            key={permission}
            label={t(`rights:${permission}.name`) + (byRole ? ` · ${t('rights.byRole')}` : '')}
            description={t(`rights:${permission}.text`)}
            disabled={byRole}
            checked={byRole || given.includes(permission)}
            onChange={({ currentTarget: { checked } }) =>
              setGiven(checked ? [...given, permission] : given.filter((right) => right !== permission))
            }
            data-testid={`right-${permission}`}
          />
        );
      })}
      {saving.error && <ErrorNotice error={saving.error} />}
      <Group justify="flex-end">
        <Button
          disabled={unchanged}
          loading={saving.isPending}
          onClick={() => saving.mutate()}
          data-testid="rights-save"
        >
          {t('rights.save')}
        </Button>
      </Group>
    </Stack>
  );
}
