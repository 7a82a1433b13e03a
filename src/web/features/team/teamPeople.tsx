import { ActionIcon, Stack, Table } from '@mantine/core';
import { IconPencil, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeamPersonDto } from '../../../shared/team';
import { EmptyNotice } from '../../components/emptyNotice';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { PageFallback } from '../../components/pageFallback';
import { usePages } from '../../lib/usePages';
import { ActiveBadge } from '../people/activeBadge';
import { teamKey, teamPeoplePath } from './teamApi';
import { TeamPersonDialog } from './teamPersonDialog';

/** Everybody of the team; those the reader may look after can be changed. */
export function TeamPeople() {
  const { t } = useTranslation(['team', 'people', 'common']);
  const [edited, setEdited] = useState<TeamPersonDto | null>(null);
  const pages = usePages<TeamPersonDto>([...teamKey, 'people'], teamPeoplePath);
  if (pages.isPending) return <PageFallback />;
  if (pages.error) return <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.items.length === 0)
    return (
      <EmptyNotice icon={<IconUsersGroup aria-hidden />} title={t('noTeam')} description={t('noTeamHelp')} />
    );
  return (
    <Stack gap="sm">
      <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="xs" aria-label={t('people')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('people:employeeNo')}</Table.Th>
              <Table.Th scope="col">{t('people:name')}</Table.Th>
              <Table.Th scope="col">{t('people:email')}</Table.Th>
              <Table.Th scope="col">{t('people:role')}</Table.Th>
              <Table.Th scope="col">{t('people:active')}</Table.Th>
              <Table.Th scope="col">{t('people:actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pages.items.map((person) => (
              <Table.Tr key={person.id} data-testid="team-person">
                <Table.Td>{person.employeeNo}</Table.Td>
                <Table.Td>{person.name}</Table.Td>
                <Table.Td>{person.email}</Table.Td>
                <Table.Td>{t(`common:role.${person.role}`)}</Table.Td>
                <Table.Td>
                  <ActiveBadge active={person.active} />
                </Table.Td>
                <Table.Td>
                  {person.mayChange && (
                    <ActionIcon
                      variant="subtle"
                      size="lg"
                      aria-label={t('people:edit.of', { name: person.name })}
                      onClick={() => setEdited(person)}
                      data-testid="edit-team-person"
                    >
                      <IconPencil size={18} aria-hidden />
                    </ActionIcon>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <LoadMore pages={pages} />
      <TeamPersonDialog person={edited} onClose={() => setEdited(null)} />
    </Stack>
  );
}
