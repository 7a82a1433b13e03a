import { Alert, Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type AddedAliasDto, type AliasKind, aliasKinds, createAliasSchema } from '../../../shared/aliases';
import { ErrorNotice } from '../../components/errorNotice';
import { SearchSelect } from '../../components/searchSelect';
import { validateWith } from '../../lib/schemaValidation';
import { addAlias, aliasesKey, findThings } from './aliasesApi';

/** Gives a name to something that is chosen by what it is called. */
export function NewAliasForm() {
  const { t } = useTranslation('aliases');
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { kind: 'customer' as AliasKind, code: '', alias: '' },
    validate: validateWith(createAliasSchema),
  });
  const addition = useMutation({
    mutationFn: addAlias,
    onSuccess: async () => {
      form.setFieldValue('alias', '');
      await queryClient.invalidateQueries({ queryKey: aliasesKey });
    },
  });
  const { kind, code } = form.values;
  return (
    <form onSubmit={form.onSubmit((values) => addition.mutate(values))} noValidate>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
          <Select
            label={t('kindOf')}
            allowDeselect={false}
            data={aliasKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            {...form.getInputProps('kind')}
            onChange={(value) => form.setValues({ kind: value as AliasKind, code: '' })}
            data-testid="alias-kind"
          />
          <SearchSelect
            key={kind}
            label={t(`kind.${kind}`)}
            placeholder={t('new.thingHelp')}
            withAsterisk
            queryKey={[...aliasesKey, 'things', kind]}
            find={(letters) => findThings(kind, letters)}
            value={code || null}
            onChange={(choice) => form.setFieldValue('code', choice?.value ?? '')}
            error={form.errors.code as string | undefined}
            testId="alias-thing"
          />
          <TextInput
            label={t('alias')}
            placeholder={t('new.aliasHelp')}
            withAsterisk
            {...form.getInputProps('alias')}
            data-testid="alias-text"
          />
        </SimpleGrid>
        {addition.error && <ErrorNotice error={addition.error} />}
        {addition.data && <Added alias={addition.data} />}
        <Group justify="flex-end">
          <Button
            type="submit"
            leftSection={<IconPlus size={16} aria-hidden />}
            loading={addition.isPending}
            data-testid="alias-submit"
          >
            {t('new.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Added({ alias: { alias, name, alsoNamed } }: { alias: AddedAliasDto }) {
  const { t } = useTranslation('aliases');
  const others = alsoNamed.map((other) => other.name).join(', ');
  return (
    <Alert color={others ? 'yellow' : 'teal'} role="status" data-testid="alias-added">
      {t('new.added', { alias, name })} {others && t('new.alsoNamed', { others })}
    </Alert>
  );
}
