import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentDto } from '../../../shared/documents';
import type { Page } from '../../../shared/problem';
import { api } from '../../lib/api';
import { withQuery } from '../../lib/http';
import { documentsKey, documentsPath } from './documentsApi';

type ReplacesSelectProps = Omit<SelectProps, 'data' | 'searchValue' | 'onSearchChange'> & {
  /** The document chosen before the form was opened. */
  chosen?: DocumentDto;
};

/** Looks for the document that an upload is a new version of. */
export function ReplacesSelect({ chosen, ...input }: ReplacesSelectProps) {
  const { t } = useTranslation('documents');
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 300);
  const found = useQuery({
    queryKey: [...documentsKey, 'replaceable', q],
    queryFn: ({ signal }) => api<Page<DocumentDto>>(withQuery(documentsPath, { q, limit: '30' }), { signal }),
    placeholderData: (previous) => previous,
  });
  const standing = (found.data?.items ?? []).filter(({ supersededAt }) => supersededAt === null);
  const documents = chosen && !standing.some(({ id }) => id === chosen.id) ? [chosen, ...standing] : standing;
  return (
    <Select
      label={t('upload.replaces')}
      description={t('upload.replacesHelp')}
      placeholder={t('upload.replacesNone')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('filter.clear') }}
      nothingFoundMessage={t('empty.noMatch')}
      // The server looked already, in file names too.
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      data={documents.map(({ id, title, version }) => ({
        value: id,
        label: `${title} (${t('version', { version })})`,
      }))}
      data-testid="upload-replaces"
      {...input}
    />
  );
}
