import { Paper, Stack, TextInput, Title } from '@mantine/core';
import { IconVocabulary } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNotice } from '../../components/emptyNotice';
import { ErrorNotice } from '../../components/errorNotice';
import { Page } from '../../components/page';
import { PageFallback } from '../../components/pageFallback';
import { useLanguage } from '../../lib/useLanguage';
import { readGlossary } from './glossaryApi';
import { isFound, sectionOf, sections } from './glossarySections';
import { GlossaryTable } from './glossaryTable';

/** What figures can be asked for, what they mean and how they are called: the semantic model as people read it. */
export function GlossaryPage() {
  const { t } = useTranslation('glossary');
  const language = useLanguage();
  const [sought, setSought] = useState('');
  const glossary = useQuery({ queryKey: ['glossary'], queryFn: readGlossary });
  const items = glossary.data?.items ?? [];
  const found = items.filter((entry) => isFound(entry, sought, language));
  const nameOf = (key: string) =>
    items.find((entry) => entry.kind === 'dimension' && entry.key === key)?.label[language] ?? key;
  return (
    <Page title={t('title')} description={t('description')}>
      {glossary.isPending && <PageFallback />}
      {glossary.error && <ErrorNotice error={glossary.error} onRetry={() => void glossary.refetch()} />}
      {glossary.data && (
        <TextInput
          maw={360}
          label={t('filter')}
          description={t('filterHelp')}
          value={sought}
          onChange={({ currentTarget: { value } }) => setSought(value)}
        />
      )}
      {glossary.data && found.length === 0 && (
        <EmptyNotice icon={<IconVocabulary aria-hidden />} title={t('empty')} description={t('emptyHelp')} />
      )}
      {sections.map((section) => {
        const entries = found.filter((entry) => sectionOf(entry) === section);
        if (entries.length === 0) return null;
        return (
          <Paper key={section} withBorder p={{ base: 'sm', sm: 'md' }}>
            <Stack gap="xs">
              <Title order={2} size="h4">
                {t(`section.${section}`)}
              </Title>
              <GlossaryTable section={section} entries={entries} nameOf={nameOf} />
            </Stack>
          </Paper>
        );
      })}
    </Page>
  );
}
