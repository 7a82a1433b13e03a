import { Anchor, Button, Paper, SimpleGrid, Stack, Title } from '@mantine/core';
import { IconArrowLeft, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ErrorNotice } from '../../components/errorNotice';
import { Page } from '../../components/page';
import { PageFallback } from '../../components/pageFallback';
import { may, useEmployee } from '../../lib/session';
import { CustomersToday } from './customersToday';
import { EditEmployeeDialog } from './editEmployeeDialog';
import { employeeKey, readEmployee } from './peopleApi';
import { PersonFacts } from './personFacts';
import { RightsForm } from './rightsForm';

/** One employee: who it is, which customers are looked after today, and what may be done. */
export function PersonPage() {
  const { t } = useTranslation('people');
  const reader = useEmployee();
  const { id = '' } = useParams();
  const [editing, setEditing] = useState(false);
  const person = useQuery({ queryKey: employeeKey(id), queryFn: () => readEmployee(id) });
  const employee = person.data;
  return (
    <Page
      title={employee?.name ?? t('person.title')}
      actions={
        employee && (
          <Button
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => setEditing(true)}
            data-testid="edit-person"
          >
            {t('edit.open')}
          </Button>
        )
      }
    >
      <Anchor component={Link} to="/people" size="sm" mr="auto">
        <IconArrowLeft size={14} aria-hidden /> {t('person.back')}
      </Anchor>
      {person.isPending && <PageFallback />}
      {person.error && <ErrorNotice error={person.error} onRetry={() => void person.refetch()} />}
      {employee && (
        <>
          <PersonFacts employee={employee} />
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
            {may(reader, 'assignments.manage') && <CustomersToday employeeNo={employee.employeeNo} />}
            <Paper withBorder p="md">
              <Stack gap="sm">
                <Title order={2} size="h4">
                  {t('rights.title')}
                </Title>
                <RightsForm employee={employee} />
              </Stack>
            </Paper>
          </SimpleGrid>
          <EditEmployeeDialog employee={editing ? employee : null} onClose={() => setEditing(false)} />
        </>
      )}
    </Page>
  );
}
