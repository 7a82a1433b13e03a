import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { documentChangesSchema, type DocumentDto } from '../../../shared/documents';
import { ErrorNotice } from '../../components/errorNotice';
import { validateWith } from '../../lib/schemaValidation';
import { DocumentFields } from './documentFields';
import { changesOf, valuesOf } from './documentValues';
import { changeDocument, documentsKey } from './documentsApi';

interface EditDocumentDialogProps {
  /** Undefined: closed. */
  document?: DocumentDto;
  onClose: () => void;
}

/** Changes what is known of a document without reading it again. */
export function EditDocumentDialog({ document, onClose }: EditDocumentDialogProps) {
  const { t } = useTranslation(['documents', 'common']);
  return (
    <Modal
      opened={document !== undefined}
      onClose={onClose}
      title={t('edit.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {document && <EditForm document={document} onClose={onClose} />}
    </Modal>
  );
}

function EditForm({ document, onClose }: { document: DocumentDto; onClose: () => void }) {
  const { t } = useTranslation(['documents', 'common']);
  const queryClient = useQueryClient();
  const before = valuesOf(document);
  const form = useForm({
    initialValues: before,
    validate: (values) =>
      validateWith(documentChangesSchema)({ ...changesOf(before, values), ...days(values) }),
  });
  const change = useMutation({
    mutationFn: () => changeDocument(document.id, changesOf(before, form.values)),
    onSuccess: async ({ searchUpdated }) => {
      await queryClient.invalidateQueries({ queryKey: documentsKey });
      if (!searchUpdated) notifications.show({ color: 'yellow', message: t('edit.searchFollows') });
      onClose();
    },
  });
  const unchanged = Object.keys(changesOf(before, form.values)).length === 0;
  return (
    <form onSubmit={form.onSubmit(() => change.mutate())} noValidate>
      <Stack>
        <TextInput
          label={t('upload.name')}
          withAsterisk
          data-testid="edit-title"
          {...form.getInputProps('title')}
        />
        <DocumentFields form={form} />
        {change.error && <ErrorNotice error={change.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={change.isPending} disabled={unchanged} data-testid="edit-submit">
            {t('edit.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Both days, also when one of them changes only: the order of the two is what is checked. */
function days({ validFrom, validTo }: { validFrom: string; validTo: string }) {
  return { validFrom: validFrom || null, validTo: validTo || null };
}
