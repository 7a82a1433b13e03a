import { Button, Group, Modal, Paper, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileImport, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { EmployeeDto } from '../../../shared/people';
import { Page } from '../../components/page';
import { may, useEmployee } from '../../lib/session';
import { EditEmployeeDialog } from './editEmployeeDialog';
import { EmployeeFilterForm } from './employeeFilterForm';
import { readEmployeeFilters } from './employeeFilters';
import { EmployeeList } from './employeeList';
import { NewEmployeeForm } from './newEmployeeForm';
import { PeopleTabs } from './peopleTabs';

/** The people who may sign in: found, registered, changed. The filters stand in the address. */
export function PeoplePage() {
  const { t } = useTranslation(['people', 'common']);
  const reader = useEmployee();
  const [formOpened, newEmployee] = useDisclosure(false);
  const [edited, setEdited] = useState<EmployeeDto | null>(null);
  const [parameters, setParameters] = useSearchParams();
  const filters = readEmployeeFilters(parameters);
  const narrow = (name: keyof typeof filters, value: string) =>
    setParameters(
      (before) => {
        before.set(name, value);
        if (value === '') before.delete(name);
        return before;
      },
      { replace: true },
    );
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        <Group gap="xs">
          {may(reader, 'data.import') && (
            <Button
              component={Link}
              to="/imports?kind=employees"
              variant="default"
              leftSection={<IconFileImport size={16} aria-hidden />}
            >
              {t('importMany')}
            </Button>
          )}
          <Button
            leftSection={<IconUserPlus size={16} aria-hidden />}
            onClick={newEmployee.open}
            data-testid="new-employee"
          >
            {t('new.open')}
          </Button>
        </Group>
      }
    >
      <PeopleTabs />
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <Stack>
          <EmployeeFilterForm filters={filters} onChange={narrow} />
          <EmployeeList filters={filters} onEdit={setEdited} />
        </Stack>
      </Paper>
      <Modal
        opened={formOpened}
        onClose={newEmployee.close}
        title={t('new.title')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <NewEmployeeForm onClose={newEmployee.close} />
      </Modal>
      <EditEmployeeDialog employee={edited} onClose={() => setEdited(null)} />
    </Page>
  );
}
