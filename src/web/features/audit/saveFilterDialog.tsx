import { Button, Group, Modal, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';

interface Values {
  name: string;
  shared: boolean;
}

interface SaveFilterDialogProps {
  title: string;
  values: Values;
  busy: boolean;
  onSave: (values: Values) => void;
  onClose: () => void;
}

/** Asks by which name a filter is kept, and who sees it. */
export function SaveFilterDialog({ title, values, busy, onSave, onClose }: SaveFilterDialogProps) {
  const { t } = useTranslation(['audit', 'common']);
  const form = useForm({ initialValues: { name: values.name, shared: values.shared } });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form onSubmit={form.onSubmit(onSave)}>
        <Stack>
          <TextInput
            label={t('saved.name')}
            required
            maxLength={100}
            data-autofocus
            {...form.getInputProps('name')}
            data-testid="filter-name"
          />
          <Switch label={t('saved.share')} {...form.getInputProps('shared', { type: 'checkbox' })} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={busy} data-testid="filter-save">
              {t('saved.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
