import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GlossaryEntry } from '../../../shared/glossary';
import { noValue } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { sectionOf, type Section } from './glossarySections';

interface GlossaryTableProps {
  section: Section;
  entries: GlossaryEntry[];
  /** Name of a grouping by its key. */
  nameOf: (key: string) => string;
}

/** The entries of one section. */
export function GlossaryTable({ section, entries, nameOf }: GlossaryTableProps) {
  const { t } = useTranslation('glossary');
  return (
    <Table.ScrollContainer minWidth={760} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="sm" aria-label={t(`section.${section}`)}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('column.label')}</Table.Th>
            <Table.Th scope="col">{t('column.definition')}</Table.Th>
            {section !== 'dimensions' && <Table.Th scope="col">{t('column.unit')}</Table.Th>}
            <Table.Th scope="col">{t('column.words')}</Table.Th>
            <Table.Th scope="col">{t('column.example')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => (
            <EntryRow key={entry.key} entry={entry} nameOf={nameOf} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function EntryRow({ entry, nameOf }: { entry: GlossaryEntry; nameOf: (key: string) => string }) {
  const { t } = useTranslation('glossary');
  const language = useLanguage();
  const { label, definition, unit, words, example, notBy, kind, subjects } = entry;
  return (
    <Table.Tr data-testid="glossary-row">
      <Table.Td valign="top" w={160}>
        <Text size="sm" fw={500}>
          {label[language]}
        </Text>
      </Table.Td>
      <Table.Td valign="top" maw={360}>
        <Text size="sm">{definition[language]}</Text>
        {notBy.length > 0 && (
          <Text size="xs" c="dimmed">
            {t('notBy', { dimensions: notBy.map(nameOf).join(', ') })}
          </Text>
        )}
        {kind === 'dimension' && !subjects.includes('sales') && (
          <Text size="xs" c="dimmed">
            {t('onlyInteractions')}
          </Text>
        )}
      </Table.Td>
      {sectionOf(entry) !== 'dimensions' && (
        <Table.Td valign="top">
          <Text size="sm">{unit ? unit[language] : noValue}</Text>
        </Table.Td>
      )}
      <Table.Td valign="top" maw={320}>
        <Text size="sm" c="dimmed">
          {words[language].join(', ')}
        </Text>
      </Table.Td>
      <Table.Td valign="top" maw={220}>
        <Text size="sm">{example[language]}</Text>
      </Table.Td>
    </Table.Tr>
  );
}
