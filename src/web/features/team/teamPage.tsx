import { Button, Modal, Paper, Stack, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page';
import { useEmployee } from '../../lib/session';
import { NewAssignmentForm } from '../assignments/newAssignmentForm';
import { TeamAssignments } from './teamAssignments';
import { TeamPeople } from './teamPeople';
import { withinTeam } from './teamApi';

/** The own team: its people, and which of them looks after which of its customers. */
export function TeamPage() {
  const { t } = useTranslation(['team', 'assignments', 'common']);
  const [formOpened, newAssignment] = useDisclosure(false);
  const { team } = useEmployee();
  return (
    <Page
      title={team ?? t('title')}
      description={t('description')}
      actions={
        <Button
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={newAssignment.open}
          data-testid="team-new-assignment"
        >
          {t('assignments:new.open')}
        </Button>
      }
    >
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <Stack gap="sm">
          <Title order={2} size="h4">
            {t('people')}
          </Title>
          <TeamPeople />
        </Stack>
      </Paper>
      <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
        <Stack gap="sm">
          <Title order={2} size="h4">
            {t('assignments')}
          </Title>
          <TeamAssignments />
        </Stack>
      </Paper>
      <Modal
        opened={formOpened}
        onClose={newAssignment.close}
        title={t('assignments:new.title')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <NewAssignmentForm
          filters={{ employeeNo: null, customerCode: null, on: null }}
          onClose={newAssignment.close}
          among={withinTeam}
        />
      </Modal>
    </Page>
  );
}
