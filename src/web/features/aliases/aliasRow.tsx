import { ActionIcon, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AliasDto } from '../../../shared/aliases';
import { ConfirmDialog } from '../../components/confirmDialog';
import { errorText } from '../../lib/apiError';
import { formatDay } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { aliasesKey, removeAlias } from './aliasesApi';

/** A name, what goes by it, and where the name comes from. */
export function AliasRow({ alias }: { alias: AliasDto }) {
  const { t } = useTranslation('aliases');
  const language = useLanguage();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const removal = useMutation({
    mutationFn: () => removeAlias(alias),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: aliasesKey }),
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
    onSettled: () => setAsking(false),
  });
  const { kind, code, name, detail, imported, addedAt } = alias;
  const texts = { alias: alias.alias, name };
  return (
    <Table.Tr data-testid="alias-row">
      <Table.Th scope="row" fw={500}>
        {alias.alias}
      </Table.Th>
      <Table.Td>
        {name}{' '}
        <Text span size="xs" c="dimmed">
          {[code, detail].filter(Boolean).join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td>{t(`kind.${kind}`)}</Table.Td>
      <Table.Td>
        {[imported && t('imported'), addedAt && t('addedOn', { day: formatDay(addedAt, language) })]
          .filter(Boolean)
          .join(', ')}
      </Table.Td>
      <Table.Td>
        <ActionIcon
          variant="subtle"
          color="red"
          size="lg"
          aria-label={t('remove.of', texts)}
          onClick={() => setAsking(true)}
          data-testid="remove-alias"
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
        <ConfirmDialog
          opened={asking}
          title={t('remove.title')}
          text={t(imported ? 'remove.importedText' : 'remove.text', texts)}
          confirmLabel={t('remove.submit')}
          busy={removal.isPending}
          onConfirm={() => removal.mutate()}
          onCancel={() => setAsking(false)}
        />
      </Table.Td>
    </Table.Tr>
  );
}
