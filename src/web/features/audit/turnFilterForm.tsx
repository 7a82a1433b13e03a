import { Button, Collapse, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { turnFilterSchema } from '../../../shared/audit';
import { MoreTurnFilters } from './moreTurnFilters';
import { countFolded, filterNames, type TurnFilters, withoutEmptyFilters } from './turnFilters';

interface TurnFilterFormProps {
  filters: TurnFilters;
  onSearch: (filters: TurnFilters) => void;
  /** What else can be done with the filters. */
  actions: ReactNode;
}

const statuses = turnFilterSchema.shape.status.unwrap().options;
const noFilters = Object.fromEntries(filterNames.map((name) => [name, '']));

/** Narrows the list of turns: by text, person, days and outcome, and by all else that is known of them. */
export function TurnFilterForm({ filters, onSearch, actions }: TurnFilterFormProps) {
  const { t } = useTranslation('audit');
  const folded = countFolded(filters);
  const [showsMore, { toggle }] = useDisclosure(folded > 0);
  const form = useForm<Record<string, string>>({ initialValues: { ...noFilters, ...filters } });
  return (
    <form onSubmit={form.onSubmit((values) => onSearch(withoutEmptyFilters(values)))}>
      <Stack mb="md">
        <SimpleGrid cols={{ base: 1, xs: 2, md: 5 }} spacing="sm">
          <TextInput
            label={t('filter.text')}
            description={t('filter.textHelp')}
            inputWrapperOrder={['label', 'input', 'description']}
            maxLength={200}
            {...form.getInputProps('q')}
            data-testid="turn-search"
          />
          <TextInput label={t('filter.employeeNo')} maxLength={40} {...form.getInputProps('employeeNo')} />
          <TextInput type="date" label={t('filter.from')} {...form.getInputProps('from')} />
          <TextInput type="date" label={t('filter.to')} {...form.getInputProps('to')} />
          <Select
            label={t('filter.status')}
            placeholder={t('filter.all')}
            clearable
            clearButtonProps={{ 'aria-label': t('filter.clear') }}
            data={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
            {...form.getInputProps('status')}
            value={form.values.status || null}
          />
        </SimpleGrid>
        <Collapse expanded={showsMore} id="more-filters">
          {showsMore && <MoreTurnFilters form={form} />}
        </Collapse>
        <Group gap="sm">
          <Button type="submit" leftSection={<IconSearch size={16} aria-hidden />} data-testid="find-turns">
            {t('filter.submit')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
            aria-expanded={showsMore}
            aria-controls="more-filters"
            onClick={toggle}
            data-testid="more-filters"
          >
            {folded > 0 ? t('filter.moreSet', { number: folded }) : t('filter.more')}
          </Button>
          {Object.keys(filters).length > 0 && (
            <Button variant="subtle" onClick={() => onSearch({})} data-testid="clear-filters">
              {t('filter.reset')}
            </Button>
          )}
          {actions}
        </Group>
      </Stack>
    </form>
  );
}
