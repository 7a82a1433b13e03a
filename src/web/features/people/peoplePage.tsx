import { Button, Group, Modal, Paper, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmployeeDto } from '../../../shared/people';
import { ImportLink } from '../../components/importLink';
import { Page } from '../../components/page';
import { useFiltersInAddress } from '../../lib/useFiltersInAddress';
import { EditEmployeeDialog } from './editEmployeeDialog';
import { EmployeeFilterForm } from './employeeFilterForm';
import { readEmployeeFilters } from './employeeFilters';
import { EmployeeList } from './employeeList';
import { NewEmployeeForm } from './newEmployeeForm';
import { PeopleTabs } from './peopleTabs';

/** The people who may sign in: found, registered, changed. The filters stand in the address. */
export function PeoplePage() {
  const { t } = useTranslation(['people', 'common']);
  const [formOpened, newEmployee] = useDisclosure(false);
  const [edited, setEdited] = useState<EmployeeDto | null>(null);
  const [parameters, narrow] = useFiltersInAddress();
  const filters = readEmployeeFilters(parameters);
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        <Group gap="xs">
          <ImportLink kind="employees">{t('importMany')}</ImportLink>
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
