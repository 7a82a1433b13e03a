import { Button, Group, Modal, Paper, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ImportLink } from '../../components/importLink';
import { Page } from '../../components/page';
import { useFiltersInAddress } from '../../lib/useFiltersInAddress';
import { PeopleTabs } from '../people/peopleTabs';
import { AssignmentFilterForm, type AssignmentFilters } from './assignmentFilterForm';
import { AssignmentList } from './assignmentList';
import { NewAssignmentForm } from './newAssignmentForm';

/** Who looks after which customer, from when to when. The filters stand in the address. */
export function AssignmentsPage() {
  const { t } = useTranslation(['assignments', 'common']);
  const [formOpened, newAssignment] = useDisclosure(false);
  const [parameters, narrow] = useFiltersInAddress();
  const filters: AssignmentFilters = {
    employeeNo: parameters.get('employeeNo'),
    customerCode: parameters.get('customerCode'),
    on: parameters.get('on'),
  };
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        <Group gap="xs">
          <ImportLink kind="assignments">{t('importMany')}</ImportLink>
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={newAssignment.open}
            data-testid="new-assignment"
          >
            {t('new.open')}
          </Button>
        </Group>
      }
    >
      <PeopleTabs />
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <Stack>
          <AssignmentFilterForm filters={filters} onChange={narrow} />
          <AssignmentList filters={filters} />
        </Stack>
      </Paper>
      <Modal
        opened={formOpened}
        onClose={newAssignment.close}
        title={t('new.title')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <NewAssignmentForm filters={filters} onClose={newAssignment.close} />
      </Modal>
    </Page>
  );
}
