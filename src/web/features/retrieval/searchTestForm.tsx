import { Button, Group, MultiSelect, SimpleGrid, Stack, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { documentTypes } from '../../../shared/documents';
import { explainSearchSchema } from '../../../shared/search';
import { validateWith } from '../../lib/schemaValidation';
import { documentTypeLabel } from '../documents/documentTypeLabel';
import { emptySearchTest, searchTestBody, type SearchTestValues } from './searchTest';

interface SearchTestFormProps {
  /** The question it begins with. */
  query: string;
  busy: boolean;
  onTest: (values: SearchTestValues) => void;
}

/** The question to test, through whose eyes, and with which filters. */
export function SearchTestForm({ query, busy, onTest }: SearchTestFormProps) {
  const { t } = useTranslation(['retrieval', 'documents']);
  const form = useForm<SearchTestValues>({
    initialValues: { ...emptySearchTest, query },
    validate: (values) => validateWith(explainSearchSchema)(searchTestBody(values)),
  });
  return (
    <form onSubmit={form.onSubmit(onTest)} noValidate>
      <Stack>
        <TextInput
          label={t('test.question')}
          maxLength={1000}
          data-testid="test-question"
          {...form.getInputProps('query')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
          <TextInput
            label={t('test.asEmployee')}
            placeholder={t('test.asMyself')}
            maxLength={40}
            data-testid="test-as"
            {...form.getInputProps('asEmployeeNo')}
          />
          <MultiSelect
            label={t('documents:docType')}
            data={documentTypes.map((value) => ({ value, label: documentTypeLabel(value) }))}
            {...form.getInputProps('docTypes')}
          />
          <TagsInput label={t('documents:productCodes')} {...form.getInputProps('productCodes')} />
          <TextInput type="date" label={t('test.validOn')} {...form.getInputProps('validOn')} />
        </SimpleGrid>
        <Group justify="flex-end">
          <Button
            type="submit"
            loading={busy}
            leftSection={<IconSearch size={16} aria-hidden />}
            data-testid="test-submit"
          >
            {t('test.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
