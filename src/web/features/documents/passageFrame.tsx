import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PassageFrameProps {
  /** Takes the room that a page of paper needs. */
  wide?: boolean;
  onClose: () => void;
  /** The passage; nothing: closed. */
  children: ReactNode;
}

/** Where a passage is shown beside what cites it. */
export function PassageFrame({ wide = false, onClose, children }: PassageFrameProps) {
  const { t } = useTranslation(['documents', 'common']);
  return (
    <Drawer
      opened={Boolean(children)}
      onClose={onClose}
      position="right"
      size={wide ? 820 : 'lg'}
      title={t('passage.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      data-testid="passage-drawer"
    >
      {children}
    </Drawer>
  );
}
