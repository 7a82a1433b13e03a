import { Button, Group, Modal, Paper, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../../components/page';
import { may, useEmployee } from '../../lib/session';
import { PeopleTabs } from '../people/peopleTabs';
import { AssignmentFilterForm, type AssignmentFilters } from './assignmentFilterForm';
import { AssignmentList } from './assignmentList';
import { NewAssignmentForm } from './newAssignmentForm';

/** Who looks after which customer, from when to when. The filters stand in the address. */
export function AssignmentsPage() {
  const { t } = useTranslation(['assignments', 'common']);
  const reader = useEmployee();
  const [formOpened, newAssignment] = useDisclosure(false);
  const [parameters, setParameters] = useSearchParams();
  const filters: AssignmentFilters = {
    employeeNo: parameters.get('employeeNo'),
    customerCode: parameters.get('customerCode'),
    on: parameters.get('on'),
  };
  const narrow = (name: keyof AssignmentFilters, value: string | null) =>
    setParameters(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
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
              to="/imports?kind=assignments"
              variant="default"
              leftSection={<IconFileImport size={16} aria-hidden />}
            >
              {t('importMany')}
            </Button>
          )}
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
