import { ActionIcon, Button, Group, Modal, Stack, Table } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportTemplateDto } from '../../../shared/imports';
import { ErrorNotice } from '../../components/errorNotice';
import { deleteTemplate, importTemplatesKey, readTemplates } from './importsApi';
import { TemplateForm } from './templateForm';

interface TemplatesDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** The templates by which files of others are read: list, making, changing, deleting. */
export function TemplatesDialog({ opened, onClose }: TemplatesDialogProps) {
  const { t } = useTranslation(['imports', 'common']);
  const [edited, setEdited] = useState<ImportTemplateDto | 'new' | null>(null);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      title={t('templates.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {edited === null ? (
        <TemplateList onEdit={setEdited} />
      ) : (
        <TemplateForm template={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Modal>
  );
}

function TemplateList({ onEdit }: { onEdit: (template: ImportTemplateDto | 'new') => void }) {
  const { t } = useTranslation(['imports', 'common']);
  const queryClient = useQueryClient();
  const templates = useQuery({ queryKey: importTemplatesKey, queryFn: readTemplates });
  const removal = useMutation({
    mutationFn: deleteTemplate,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: importTemplatesKey }),
  });
  const error = templates.error ?? removal.error;
  return (
    <Stack>
      {error && <ErrorNotice error={error} />}
      <Table aria-label={t('templates.title')}>
        <Table.Tbody>
          {(templates.data ?? []).map((template) => (
            <Table.Tr key={template.id}>
              <Table.Td>{template.name}</Table.Td>
              <Table.Td>{t(`kinds.${template.kind}`)}</Table.Td>
              <Table.Td>
                <Group gap={4} justify="flex-end">
                  <ActionIcon
                    variant="subtle"
                    aria-label={t('templates.edit', { name: template.name })}
                    onClick={() => onEdit(template)}
                  >
                    <IconPencil size={18} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="red"
                    aria-label={t('templates.delete', { name: template.name })}
                    loading={removal.isPending && removal.variables === template.id}
                    onClick={() => removal.mutate(template.id)}
                  >
                    <IconTrash size={18} aria-hidden />
                  </ActionIcon>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="flex-end">
        <Button onClick={() => onEdit('new')}>{t('templates.new')}</Button>
      </Group>
    </Stack>
  );
}
