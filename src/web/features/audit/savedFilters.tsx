import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark, IconDeviceFloppy, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedTurnFilterDto } from '../../../shared/audit';
import { ConfirmDialog } from '../../components/confirmDialog';
import { errorText } from '../../lib/apiError';
import { onceRead } from '../../lib/onceRead';
import { changeFilter, deleteFilter, readSavedFilters, saveFilter } from './auditApi';
import { SaveFilterDialog } from './saveFilterDialog';
import { type TurnFilters, withoutEmptyFilters } from './turnFilters';

interface SavedFiltersProps {
  filters: TurnFilters;
  onSearch: (filters: TurnFilters) => void;
}

const savedKey = ['saved-turn-filters'];

/** Opens filters that are kept by a name, and keeps those that are set. */
export function SavedFilters({ filters, onSearch }: SavedFiltersProps) {
  const { t } = useTranslation('audit');
  const read = useQuery({ queryKey: savedKey, queryFn: readSavedFilters, ...onceRead });
  const saved = read.data ?? [];
  const [naming, setNaming] = useState<SavedTurnFilterDto | 'new' | null>(null);
  const [deleting, setDeleting] = useState<SavedTurnFilterDto | null>(null);
  const isUnset = Object.keys(filters).length === 0;
  const own = saved.filter(({ isOwn }) => isOwn);
  const shared = saved.filter(({ isOwn }) => !isOwn);

  const change = useChange(() => {
    setNaming(null);
    setDeleting(null);
  });
  const store = (values: { name: string; shared: boolean }) =>
    change.mutate(() =>
      naming === 'new' ? saveFilter({ ...values, filter: filters }) : changeFilter(naming!.id, values),
    );
  const entry = ({ id, name, filter, owner, isOwn }: SavedTurnFilterDto) => (
    <Menu.Item key={id} onClick={() => onSearch(withoutEmptyFilters(filter))} data-testid="saved-filter">
      {isOwn ? name : `${name} · ${owner}`}
    </Menu.Item>
  );

  return (
    <>
      <Menu withinPortal width={280}>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconBookmark size={16} aria-hidden />}
            data-testid="saved-filters"
          >
            {t('saved.menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconDeviceFloppy size={16} aria-hidden />}
            // Not `disabled`: it may be all there is in the menu, which needs something to have the focus.
            aria-disabled={isUnset}
            data-disabled={isUnset || undefined}
            closeMenuOnClick={!isUnset}
            onClick={() => !isUnset && setNaming('new')}
            data-testid="save-filter"
          >
            {t('saved.save')}
          </Menu.Item>
          <Menu.Divider />
          {read.error && <Menu.Label>{errorText(read.error)}</Menu.Label>}
          {read.isSuccess && saved.length === 0 && <Menu.Label>{t('saved.nothing')}</Menu.Label>}
          {own.length > 0 && <Menu.Label>{t('saved.own')}</Menu.Label>}
          {own.map(entry)}
          {shared.length > 0 && <Menu.Label>{t('saved.shared')}</Menu.Label>}
          {shared.map(entry)}
          {own.length > 0 && (
            <>
              <Menu.Divider />
              <Menu.Label>{t('saved.manage')}</Menu.Label>
            </>
          )}
          {own.flatMap((filter) => [
            <Menu.Item
              key={`rename ${filter.id}`}
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => setNaming(filter)}
            >
              {t('saved.renameOf', { name: filter.name })}
            </Menu.Item>,
            <Menu.Item
              key={`delete ${filter.id}`}
              c="var(--mantine-color-error)"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => setDeleting(filter)}
            >
              {t('saved.deleteOf', { name: filter.name })}
            </Menu.Item>,
          ])}
        </Menu.Dropdown>
      </Menu>
      {naming && (
        <SaveFilterDialog
          title={t(naming === 'new' ? 'saved.saveTitle' : 'saved.rename')}
          values={naming === 'new' ? { name: '', shared: false } : naming}
          busy={change.isPending}
          onSave={store}
          onClose={() => setNaming(null)}
        />
      )}
      <ConfirmDialog
        opened={deleting !== null}
        title={t('saved.delete')}
        text={t('saved.deleteText', { name: deleting?.name ?? '' })}
        confirmLabel={t('saved.delete')}
        busy={change.isPending}
        onConfirm={() => change.mutate(() => deleteFilter(deleting!.id))}
        onCancel={() => setDeleting(null)}
      />
    </>
  );
}

/** A change of what is saved, after which it is read again. */
function useChange(onDone: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: () => Promise<void>) => change(),
    onSuccess: async () => {
      onDone();
      await queryClient.invalidateQueries({ queryKey: savedKey });
    },
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
  });
}
