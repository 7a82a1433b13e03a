import { Button, FileInput, Group, Progress, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { columnsOf, importKinds, type ImportKind } from '../../../shared/imports';
import { ErrorNotice } from '../../components/errorNotice';
import { saveFile } from '../../lib/saveFile';
import { importsKey, importTemplatesKey, readTemplates, startImport } from './importsApi';

/** Chooses a file with its kind and template, and tries it or brings it in. */
export function ImportForm({ onStarted }: { onStarted: (importId: string) => void }) {
  const { t } = useTranslation('imports');
  const queryClient = useQueryClient();
  const [kind, setKind] = useState<ImportKind>(kindAsked(useSearchParams()[0].get('kind')));
  const [template, setTemplate] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState(0);
  const templates = useQuery({ queryKey: importTemplatesKey, queryFn: readTemplates });
  const start = useMutation({
    mutationFn: ({ dryRun, chosen }: { dryRun: boolean; chosen: File }) =>
      startImport(chosen, { kind, template, dryRun }, setShare),
    onSuccess: async (id) => {
      onStarted(id);
      await queryClient.invalidateQueries({ queryKey: importsKey });
    },
  });
  const begin = (dryRun: boolean) => file && start.mutate({ dryRun, chosen: file });
  return (
    <Stack>
      <Group grow align="flex-start">
        <Select
          label={t('kind')}
          allowDeselect={false}
          data={importKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={kind}
          onChange={(value) => {
            setKind(value as ImportKind);
            setTemplate(null);
          }}
          data-testid="import-kind"
        />
        <Select
          label={t('template')}
          placeholder={t('noTemplate')}
          clearable
          data={(templates.data ?? []).filter((known) => known.kind === kind).map(({ name }) => name)}
          value={template}
          onChange={setTemplate}
        />
        <FileInput
          label={t('file')}
          placeholder={t('chooseFile')}
          accept=".csv,.xlsx,.txt,.tsv"
          clearable
          value={file}
          onChange={setFile}
          data-testid="import-file"
        />
      </Group>
      <Group gap="xs">
        <Text size="xs" c="dimmed">
          {t('columnsOf', { columns: columnsOf(kind).join(', ') })}
        </Text>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => saveEmptyFile(kind)}
          data-testid="empty-file"
        >
          {t('emptyFile')}
        </Button>
      </Group>
      {start.isPending && <Progress value={share * 100} aria-label={t('sending')} />}
      {start.error && <ErrorNotice error={start.error} />}
      <Group justify="flex-end">
        <Button variant="default" disabled={!file} loading={start.isPending} onClick={() => begin(true)}>
          {t('dryRun')}
        </Button>
        <Button
          disabled={!file}
          loading={start.isPending}
          onClick={() => begin(false)}
          data-testid="import-submit"
        >
          {t('import')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Links from other pages say what is to be brought in. */
function kindAsked(asked: string | null): ImportKind {
  return importKinds.find((kind) => kind === asked) ?? 'sales';
}

/** A file with the first row only; the mark at its start tells Excel that it is UTF-8. */
function saveEmptyFile(kind: ImportKind): void {
  saveFile(new Blob([`\ufeff${columnsOf(kind).join(',')}\r\n`], { type: 'text/csv' }), `${kind}.csv`);
}
