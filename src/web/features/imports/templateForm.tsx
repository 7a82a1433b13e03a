import { Button, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { columnsOf, importKinds, type ImportKind, type ImportTemplateDto } from '../../../shared/imports';
import { ErrorNotice } from '../../components/errorNotice';
import { importTemplatesKey, saveTemplate } from './importsApi';

interface TemplateFormProps {
  /** Null: a new one. */
  template: ImportTemplateDto | null;
  onClose: () => void;
}

/** Which column of a file is which of ours, what every row has, how days are written, which sheet. */
export function TemplateForm({ template, onClose }: TemplateFormProps) {
  const { t } = useTranslation(['imports', 'common']);
  const queryClient = useQueryClient();
  const [name, setName] = useState(template?.name ?? '');
  const [kind, setKind] = useState<ImportKind>(template?.kind ?? 'sales');
  const [columns, setColumns] = useState<Record<string, string>>(template?.layout.columns ?? {});
  const [constants, setConstants] = useState<Record<string, string>>(template?.layout.constants ?? {});
  const [dateFormat, setDateFormat] = useState(template?.layout.dateFormat ?? '');
  const [sheet, setSheet] = useState(template?.layout.sheet ?? '');
  const saving = useMutation({
    mutationFn: () => {
      const layout = {
        columns: given(columns, kind),
        constants: given(constants, kind),
        ...(dateFormat.trim() ? { dateFormat: dateFormat.trim() } : {}),
        ...(sheet.trim() ? { sheet: sheet.trim() } : {}),
      };
      return saveTemplate(template?.id ?? null, { name: name.trim(), kind, layout });
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: importTemplatesKey });
      onClose();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <Stack>
        <TextInput
          label={t('templates.name')}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t('kind')}
          allowDeselect={false}
          disabled={template !== null}
          data={importKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(value as ImportKind)}
        />
        <Text size="sm" c="dimmed">
          {t('templates.help')}
        </Text>
        <Table aria-label={t('templates.columns')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('templates.ours')}</Table.Th>
              <Table.Th scope="col">{t('templates.theirs')}</Table.Th>
              <Table.Th scope="col">{t('templates.constant')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {columnsOf(kind).map((column) => (
              <Table.Tr key={column}>
                <Table.Th scope="row">{column}</Table.Th>
                <Table.Td>
                  <TextInput
                    size="xs"
                    aria-label={t('templates.theirsOf', { column })}
                    value={columns[column] ?? ''}
                    onChange={({ currentTarget: { value } }) =>
                      setColumns((was) => ({ ...was, [column]: value }))
                    }
                  />
                </Table.Td>
                <Table.Td>
                  <TextInput
                    size="xs"
                    aria-label={t('templates.constantOf', { column })}
                    value={constants[column] ?? ''}
                    onChange={({ currentTarget: { value } }) =>
                      setConstants((was) => ({ ...was, [column]: value }))
                    }
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group grow>
          <TextInput
            label={t('templates.dateFormat')}
            placeholder="YYYYMMDD"
            value={dateFormat}
            onChange={(event) => setDateFormat(event.currentTarget.value)}
          />
          <TextInput
            label={t('templates.sheet')}
            value={sheet}
            onChange={(event) => setSheet(event.currentTarget.value)}
          />
        </Group>
        {saving.error && <ErrorNotice error={saving.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={saving.isPending} disabled={name.trim() === ''}>
            {t('templates.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What was filled in for the columns of a kind. */
function given(values: Record<string, string>, kind: ImportKind): Record<string, string> {
  const entries = columnsOf(kind).map((column) => [column, (values[column] ?? '').trim()] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}
