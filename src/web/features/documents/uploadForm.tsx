import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type DocumentDto, uploadFieldsSchema } from '../../../shared/documents';
import { validateWith } from '../../lib/schemaValidation';
import { DocumentFields } from './documentFields';
import { FilePicker } from './filePicker';
import { ReplacesSelect } from './replacesSelect';
import { emptyUpload, newVersionOf, uploadFields } from './uploadFields';
import { UploadList } from './uploadList';
import { useUploads } from './useUploads';

interface UploadFormProps {
  /** The document a new version is uploaded of, where that is known. */
  replaced?: DocumentDto;
  onClose: () => void;
}

/** Files with what all of them have in common: type, audience, products, validity. */
export function UploadForm({ replaced, onClose }: UploadFormProps) {
  const { t } = useTranslation(['documents', 'common']);
  const { uploads, busy, add, remove, send } = useUploads();
  const fileCount = uploads.length;
  const openCount = uploads.filter(({ state }) => state !== 'accepted').length;
  const form = useForm({
    initialValues: replaced ? newVersionOf(replaced.id) : emptyUpload,
    validate: (values) => validateWith(uploadFieldsSchema)(uploadFields(values, fileCount)),
  });
  const replaces = form.values.replaces !== '';
  const tooMany = replaces && fileCount > 1;
  const submit = form.onSubmit(async (values) => {
    if (await send(uploadFields(values, fileCount))) onClose();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <FilePicker disabled={busy} onPick={add} />
        <UploadList uploads={uploads} onRemove={busy ? undefined : remove} />
        <ReplacesSelect
          chosen={replaced}
          {...form.getInputProps('replaces')}
          value={form.values.replaces || null}
          onChange={(id) => form.setValues({ replaces: id ?? '', docType: id ? null : emptyUpload.docType })}
        />
        {tooMany && <Alert color="yellow">{t('upload.oneFileOfVersion')}</Alert>}
        <TextInput
          label={t('upload.name')}
          placeholder={replaces ? t('upload.asBefore') : undefined}
          description={nameHelp()}
          disabled={fileCount > 1}
          data-testid="upload-title"
          {...form.getInputProps('title')}
        />
        <DocumentFields form={form} keepsEmpty={replaces} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:close')}
          </Button>
          <Button
            type="submit"
            loading={busy}
            disabled={openCount === 0 || tooMany}
            data-testid="upload-submit"
          >
            {t('upload.submit', { count: openCount })}
          </Button>
        </Group>
      </Stack>
    </form>
  );

  function nameHelp(): string | undefined {
    if (fileCount > 1) return t('upload.nameOfMany');
    return replaces ? undefined : t('upload.nameHelp');
  }
}
