import { Button, Group, MultiSelect, Select, SimpleGrid, Stack, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { documentTypes, uploadFieldsSchema } from '../../../shared/documents';
import { roles } from '../../../shared/people';
import { validateWith } from '../../lib/schemaValidation';
import { documentTypeLabel } from './documentTypeLabel';
import { FilePicker } from './filePicker';
import { emptyUpload, uploadFields } from './uploadFields';
import { UploadList } from './uploadList';
import { useUploads } from './useUploads';

interface UploadFormProps {
  onClose: () => void;
}

/** Files with what all of them have in common: type, audience, validity. */
export function UploadForm({ onClose }: UploadFormProps) {
  const { t } = useTranslation(['documents', 'common']);
  const { uploads, busy, add, remove, send } = useUploads();
  const fileCount = uploads.length;
  const openCount = uploads.filter(({ state }) => state !== 'accepted').length;
  const form = useForm({
    initialValues: emptyUpload,
    validate: (values) => validateWith(uploadFieldsSchema)(uploadFields(values, fileCount)),
  });
  const submit = form.onSubmit(async (values) => {
    if (await send(uploadFields(values, fileCount))) onClose();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <FilePicker disabled={busy} onPick={add} />
        <UploadList uploads={uploads} onRemove={busy ? undefined : remove} />
        <TextInput
          label={t('upload.name')}
          description={t(fileCount > 1 ? 'upload.nameOfMany' : 'upload.nameHelp')}
          disabled={fileCount > 1}
          data-testid="upload-title"
          {...form.getInputProps('title')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            label={t('docType')}
            allowDeselect={false}
            data={documentTypes.map((value) => ({ value, label: documentTypeLabel(value) }))}
            {...form.getInputProps('docType')}
          />
          <MultiSelect
            label={t('audience.roles')}
            placeholder={form.values.roles.length === 0 ? t('audience.everyone') : undefined}
            data={roles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
            {...form.getInputProps('roles')}
          />
          <TagsInput
            label={t('audience.teams')}
            description={t('audience.tagsHelp')}
            {...form.getInputProps('teams')}
          />
          <TagsInput
            label={t('audience.employees')}
            description={t('audience.tagsHelp')}
            {...form.getInputProps('employeeNos')}
          />
          <TextInput type="date" label={t('validity.from')} {...form.getInputProps('validFrom')} />
          <TextInput type="date" label={t('validity.to')} {...form.getInputProps('validTo')} />
        </SimpleGrid>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:close')}
          </Button>
          <Button type="submit" loading={busy} disabled={openCount === 0} data-testid="upload-submit">
            {t('upload.submit', { count: openCount })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
