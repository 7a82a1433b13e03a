import { Alert, Button, Group, Modal, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeamPersonDto } from '../../../shared/team';
import { ErrorNotice } from '../../components/errorNotice';
import { EmployeeSaved } from '../people/employeeSaved';
import { changeTeamPerson, resetTeamPassword, teamKey } from './teamApi';

interface TeamPersonDialogProps {
  /** Null: closed. */
  person: TeamPersonDto | null;
  onClose: () => void;
}

/** Changes one of the team, or makes a new password, which is shown once. */
export function TeamPersonDialog({ person, onClose }: TeamPersonDialogProps) {
  const { t } = useTranslation(['people', 'common']);
  return (
    <Modal
      opened={person !== null}
      onClose={onClose}
      title={t('edit.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {person && <TeamPersonForm person={person} onClose={onClose} />}
    </Modal>
  );
}

function TeamPersonForm({ person, onClose }: { person: TeamPersonDto; onClose: () => void }) {
  const { t } = useTranslation(['team', 'people', 'common']);
  const queryClient = useQueryClient();
  const [name, setName] = useState(person.name);
  const [active, setActive] = useState(person.active);
  const changes = {
    ...(name.trim() === person.name ? {} : { name: name.trim() }),
    ...(active === person.active ? {} : { active }),
  };
  const change = useMutation({
    mutationFn: () => changeTeamPerson(person.id, changes),
    onSuccess: async () => {
      onClose();
      await queryClient.invalidateQueries({ queryKey: teamKey });
    },
  });
  const reset = useMutation({ mutationFn: () => resetTeamPassword(person.id) });
  if (reset.data) {
    const text = t('people:edit.saved', { name: person.name });
    return <EmployeeSaved text={text} password={reset.data.temporaryPassword} onClose={onClose} />;
  }
  const error = change.error ?? reset.error;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
      noValidate
    >
      <Stack>
        <TextInput
          label={t('people:name')}
          withAsterisk
          maxLength={100}
          value={name}
          onChange={({ currentTarget: { value } }) => setName(value)}
          data-testid="team-person-name"
        />
        <Switch
          label={t('people:edit.active')}
          description={t('people:edit.activeHelp')}
          checked={active}
          onChange={({ currentTarget: { checked } }) => setActive(checked)}
          data-testid="team-person-active"
        />
        {person.active && !active && (
          <Alert color="yellow" role="status">
            {t('people:edit.endsSessions', { name: person.name })}
          </Alert>
        )}
        <Stack gap={4} align="flex-start">
          <Button
            variant="default"
            onClick={() => reset.mutate()}
            loading={reset.isPending}
            aria-describedby="team-password-help"
            data-testid="team-reset-password"
          >
            {t('people:password.make')}
          </Button>
          <small id="team-password-help">{t('passwordHelp', { name: person.name })}</small>
        </Stack>
        {error && <ErrorNotice error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            type="submit"
            loading={change.isPending}
            disabled={Object.keys(changes).length === 0 || name.trim() === ''}
            data-testid="team-person-save"
          >
            {t('people:edit.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
