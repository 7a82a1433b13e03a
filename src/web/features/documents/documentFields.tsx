import { MultiSelect, Select, SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { documentTypes } from '../../../shared/documents';
import { roles } from '../../../shared/people';
import { documentTypeLabel } from './documentTypeLabel';
import type { DocumentValues } from './documentValues';

interface DocumentFieldsProps<Values extends DocumentValues> {
  form: UseFormReturnType<Values>;
  /** A new version: what is left empty stays as it is in the version before. */
  keepsEmpty?: boolean;
}

/** Type, readers, products and validity of a document, in every form that asks for them. */
export function DocumentFields<Values extends DocumentValues>({
  form,
  keepsEmpty = false,
}: DocumentFieldsProps<Values>) {
  const { t } = useTranslation(['documents', 'common']);
  const { docType, roles: chosenRoles } = form.values;
  const kept = keepsEmpty ? t('upload.asBefore') : undefined;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Select
        label={t('docType')}
        placeholder={kept}
        allowDeselect={keepsEmpty}
        data={typesWith(docType).map((value) => ({ value, label: documentTypeLabel(value) }))}
        {...form.getInputProps('docType')}
      />
      <MultiSelect
        label={t('audience.roles')}
        placeholder={chosenRoles.length === 0 ? (kept ?? t('audience.everyone')) : undefined}
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
      <TagsInput
        label={t('productCodes')}
        description={t('audience.tagsHelp')}
        style={{ gridColumn: '1 / -1' }}
        {...form.getInputProps('productCodes')}
      />
      <TextInput type="date" label={t('validity.from')} {...form.getInputProps('validFrom')} />
      <TextInput type="date" label={t('validity.to')} {...form.getInputProps('validTo')} />
    </SimpleGrid>
  );
}

/** The types on offer, and a deployment's own where the document has one. */
function typesWith(docType: string | null): string[] {
  const offered: readonly string[] = documentTypes;
  return docType && !offered.includes(docType) ? [...offered, docType] : [...offered];
}
