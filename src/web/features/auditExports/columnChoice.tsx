import { Button, Checkbox, Group, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { exportColumns, usualColumns, type ExportColumn } from '../../../shared/auditExports';
import { exportColumnNames } from '../../../shared/exportColumnNames';
import { useLanguage } from '../../lib/useLanguage';
import { may, useEmployee } from '../../lib/session';

interface ColumnChoiceProps {
  chosen: ExportColumn[];
  error?: ReactNode;
  onChange: (columns: ExportColumn[]) => void;
}

/** Which columns the file has; statements only for those who may see SQL. */
export function ColumnChoice({ chosen, error, onChange }: ColumnChoiceProps) {
  const { t } = useTranslation('auditExports');
  const language = useLanguage();
  const maySeeSql = may(useEmployee(), 'sql.view');
  const offered = exportColumns.filter((name) => name !== 'sql' || maySeeSql);
  return (
    <Checkbox.Group label={t('columns')} error={error} value={chosen} onChange={(values) => onChange(values)}>
      <Group gap="xs" my={6}>
        <Button size="compact-xs" variant="light" onClick={() => onChange([...offered])}>
          {t('allColumns')}
        </Button>
        <Button size="compact-xs" variant="light" onClick={() => onChange([...usualColumns])}>
          {t('usualColumns')}
        </Button>
        <Button size="compact-xs" variant="light" onClick={() => onChange([])}>
          {t('noColumn')}
        </Button>
      </Group>
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="xs" verticalSpacing={10}>
        {offered.map((name) => (
          <Checkbox key={name} size="xs" value={name} label={exportColumnNames[language][name]} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}
