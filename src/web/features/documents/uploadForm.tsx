import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type DocumentDto, uploadFieldsSchema } from '../../../shared/documents';
import { validateWith } from '../../lib/schemaValidation';
import { DocumentFields } from './documentFields';
import { FilePicker } from './filePicker';
import { ReplacesSelect } from './replacesSelect';
import { emptyUpload, newVersionOf, uploadFields } from './uploadFields';
import { UploadList } from './uploadList';
import { UploadProgress } from './uploadProgress';
import { useUploads } from './useUploads';

interface UploadFormProps {
  /** The document a new version is uploaded of, where that is known. */
  replaced?: DocumentDto;
  /** Told while files are on their way, when closing by accident would lose them. */
  onBusy: (busy: boolean) => void;
  onClose: () => void;
}

/** Files with what all of them have in common: type, audience, products, validity. */
export function UploadForm({ replaced, onBusy, onClose }: UploadFormProps) {
  const { t } = useTranslation(['documents', 'common']);
  const { uploads, busy, add, remove, send, stop } = useUploads();
  const fileCount = uploads.filter(({ state }) => state !== 'unfit').length;
  const openCount = uploads.filter(({ state }) => state === 'waiting' || state === 'refused').length;
  const hasFailed = uploads.some(({ state }) => state === 'refused');
  const form = useForm({
    initialValues: replaced ? newVersionOf(replaced.id) : emptyUpload,
    validate: (values) => validateWith(uploadFieldsSchema)(uploadFields(values, fileCount)),
  });
  const replaces = form.values.replaces !== '';
  const tooMany = replaces && fileCount > 1;
  useEffect(() => onBusy(busy), [busy]);
  async function sendOpen(values: typeof form.values, only?: File[]) {
    if (await send(uploadFields(values, fileCount), only)) onClose();
  }
  const submit = form.onSubmit((values) => sendOpen(values));
  const retry = useCallback(
    (file: File) => form.onSubmit((values) => sendOpen(values, [file]))(),
    [fileCount],
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <FilePicker disabled={busy} onPick={add} />
        <UploadList
          uploads={uploads}
          onRemove={busy ? undefined : remove}
          onRetry={busy || tooMany ? undefined : retry}
        />
        <UploadProgress uploads={uploads} busy={busy} onStop={stop} />
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
            {t(busy ? 'upload.stopAndClose' : 'common:close')}
          </Button>
          <Button
            type="submit"
            loading={busy}
            disabled={openCount === 0 || tooMany}
            data-testid="upload-submit"
          >
            {t(hasFailed ? 'upload.submitAgain' : 'upload.submit', { count: openCount })}
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
