import { Button, Modal, Paper } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page';
import { EmployeeList } from './employeeList';
import { NewEmployeeForm } from './newEmployeeForm';

/** The people who may sign in. */
export function PeoplePage() {
  const { t } = useTranslation(['people', 'common']);
  const [formOpened, newEmployee] = useDisclosure(false);
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={newEmployee.open}>
          {t('new.open')}
        </Button>
      }
    >
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <EmployeeList />
      </Paper>
      <Modal
        opened={formOpened}
        onClose={newEmployee.close}
        title={t('new.title')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <NewEmployeeForm onClose={newEmployee.close} />
      </Modal>
    </Page>
  );
}
