import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerVisitDto } from '../../../shared/statistics';
import { errorText } from '../../lib/apiError';
import { documentsKey } from '../documents/documentsApi';
import { customerKey, findDocuments, linkDocument } from './customerApi';
import { visitTypeLabel } from './typeLabels';

interface LinkDocumentDialogProps {
  code: string;
  /** What to link to: a contact, or the customer where that is null. Null: closed. */
  target: { visit: CustomerVisitDto | null } | null;
  onClose: () => void;
}

/** Milliseconds after the last key before documents are looked for. */
const typingMs = 250;

/** Chooses a document, by its title, that was used in a contact or belongs to the customer. */
export function LinkDocumentDialog({ code, target, onClose }: LinkDocumentDialogProps) {
  const { t } = useTranslation(['customers', 'common']);
  const visit = target?.visit;
  const title = visit
    ? t('link.forVisit', { day: visit.occurredAt.slice(0, 10), type: visitTypeLabel(visit.type) })
    : t('link.forCustomer');
  return (
    <Modal
      opened={target !== null}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {target && <LinkForm code={code} interactionId={visit?.id} onClose={onClose} />}
    </Modal>
  );
}

interface LinkFormProps {
  code: string;
  interactionId: number | undefined;
  onClose: () => void;
}

function LinkForm({ code, interactionId, onClose }: LinkFormProps) {
  const { t } = useTranslation(['customers', 'common']);
  const queryClient = useQueryClient();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<{ id: string; title: string } | null>(null);
  const [wanted] = useDebouncedValue(words === chosen?.title ? '' : words, typingMs);
  const documents = useQuery({
    queryKey: [...documentsKey, 'by-title', wanted],
    queryFn: () => findDocuments(wanted),
    placeholderData: (before) => before,
  });
  const linking = useMutation({
    mutationFn: (documentId: string) => linkDocument(code, documentId, interactionId),
    onSuccess: async () => {
      notifications.show({ message: t('link.done') });
      onClose();
      await queryClient.invalidateQueries({ queryKey: customerKey(code) });
    },
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
  });
  const found = documents.data ?? [];
  const offered = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  return (
    <Stack>
      <Select
        label={t('link.document')}
        placeholder={t('link.placeholder')}
        searchable
        data-autofocus
        data={offered.map(({ id, title }) => ({ value: id, label: title }))}
        // The server has looked already.
        filter={({ options }) => options}
        value={chosen?.id ?? null}
        searchValue={words}
        onSearchChange={setWords}
        onChange={(id) => setChosen(offered.find((document) => document.id === id) ?? null)}
        nothingFoundMessage={t('link.none')}
        data-testid="link-document-select"
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button
          disabled={!chosen}
          loading={linking.isPending}
          onClick={() => chosen && linking.mutate(chosen.id)}
          data-testid="link-document-save"
        >
          {t('link.save')}
        </Button>
      </Group>
    </Stack>
  );
}
