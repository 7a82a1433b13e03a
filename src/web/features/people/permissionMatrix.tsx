import { Table, Text, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type PermissionDto, roles } from '../../../shared/people';
import { noValue } from '../../lib/format';

/** Rights by roles, each right explained; a telephone has no room for columns, so the roles stand in words there. */
export function PermissionMatrix({ rights }: { rights: PermissionDto[] }) {
  const { t } = useTranslation(['people', 'common', 'rights']);
  return (
    <Table verticalSpacing="xs" aria-label={t('matrix.title')} data-testid="permission-matrix">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('matrix.right')}</Table.Th>
          {roles.map((role) => (
            <Table.Th key={role} scope="col" ta="center" visibleFrom="sm">
              {t(`common:role.${role}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rights.map(({ permission, roles: having }) => (
          <Table.Tr key={permission} data-testid={`matrix-${permission}`}>
            <Table.Th scope="row" fw="inherit">
              <Text size="sm" fw={500}>
                {t(`rights:${permission}.name`)}
              </Text>
              <Text size="xs" c="dimmed">
                {t(`rights:${permission}.text`)}
              </Text>
              <Text size="xs" hiddenFrom="sm">
                {having.length === 0
                  ? t('matrix.noRole')
                  : t('matrix.roles', {
                      roles: having.map((role) => t(`common:role.${role}`)).join(', '),
                    })}
              </Text>
            </Table.Th>
            {roles.map((role) => (
              <Table.Td key={role} ta="center" visibleFrom="sm">
                {having.includes(role) ? (
                  <IconCheck size={18} aria-hidden />
                ) : (
                  <span aria-hidden>{noValue}</span>
                )}
                <VisuallyHidden>{t(having.includes(role) ? 'matrix.yes' : 'matrix.no')}</VisuallyHidden>
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
