import { Anchor, Badge, Button, Group, Modal, Stack, Table } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EmployeeDto } from '../../../shared/people';
import { EmptyNotice } from '../../components/emptyNotice';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { PageFallback } from '../../components/pageFallback';
import { SearchSelect } from '../../components/searchSelect';
import { usePages } from '../../lib/usePages';
import { employeeKey, employeesKey, employeesPath, findEmployees, readEmployee } from './peopleApi';
import { RightsForm } from './rightsForm';

/** Those who may do more than their role, and the way to give somebody more. */
export function ExtraRights() {
  const { t } = useTranslation(['people', 'common', 'rights']);
  const [chosen, setChosen] = useState<string | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const asked = { hasExtraRights: 'true' };
  const pages = usePages<EmployeeDto>([...employeesKey, 'list', asked], employeesPath, asked);
  return (
    <Stack gap="sm">
      <Group align="flex-end">
        <SearchSelect
          label={t('extra.employee')}
          placeholder={t('extra.employeeHelp')}
          queryKey={[...employeesKey, 'choices']}
          find={findEmployees}
          value={chosen}
          onChange={(choice) => setChosen(choice?.value ?? null)}
          testId="extra-employee"
        />
        <Button disabled={chosen === null} onClick={() => setOpened(chosen)} data-testid="give-rights">
          {t('extra.give')}
        </Button>
      </Group>
      {pages.isPending && <PageFallback />}
      {pages.error && <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && pages.items.length === 0 && (
        <EmptyNotice
          icon={<IconKey aria-hidden />}
          title={t('extra.none')}
          description={t('extra.noneHelp')}
        />
      )}
      {pages.items.length > 0 && (
        <Table verticalSpacing="xs" aria-label={t('extra.title')}>
          <Table.Tbody>
            {pages.items.map(({ id, name, role, extraPermissions }) => (
              <Table.Tr key={id} data-testid="extra-row">
                <Table.Th scope="row" fw="inherit">
                  <Anchor component={Link} to={`/people/${id}`} size="sm">
                    {name}
                  </Anchor>{' '}
                  {t(`common:role.${role}`)}
                </Table.Th>
                <Table.Td>
                  <Group gap={4}>
                    {extraPermissions.map((permission) => (
                      <Badge key={permission} variant="default">
                        {t(`rights:${permission}.name`)}
                      </Badge>
                    ))}
                  </Group>
                </Table.Td>
                <Table.Td ta="right">
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={t('extra.changeOf', { name })}
                    onClick={() => setOpened(String(id))}
                  >
                    {t('extra.change')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <LoadMore pages={pages} />
      <Modal
        opened={opened !== null}
        onClose={() => setOpened(null)}
        title={t('rights.title')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        {opened !== null && <RightsOf id={opened} onSaved={() => setOpened(null)} />}
      </Modal>
    </Stack>
  );
}

function RightsOf({ id, onSaved }: { id: string; onSaved: () => void }) {
  const person = useQuery({ queryKey: employeeKey(id), queryFn: () => readEmployee(id) });
  if (person.isPending) return <PageFallback />;
  if (person.error) return <ErrorNotice error={person.error} onRetry={() => void person.refetch()} />;
  return (
    <Stack>
      <strong>{person.data.name}</strong>
      <RightsForm employee={person.data} onSaved={onSaved} />
    </Stack>
  );
}
