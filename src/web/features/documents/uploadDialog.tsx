import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentDto } from '../../../shared/documents';
import { UploadForm } from './uploadForm';

interface UploadDialogProps {
  opened: boolean;
  /** The document a new version is uploaded of, where that is known. */
  replaced?: DocumentDto;
  onClose: () => void;
}

/** Where documents are added. */
export function UploadDialog({ opened, replaced, onClose }: UploadDialogProps) {
  const { t } = useTranslation(['documents', 'common']);
  const [busy, setBusy] = useState(false);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t(replaced ? 'upload.versionTitle' : 'upload.title')}
      size="lg"
      closeOnEscape={!busy}
      closeOnClickOutside={!busy}
      withCloseButton={!busy}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <UploadForm replaced={replaced} onBusy={setBusy} onClose={onClose} />
    </Modal>
  );
}
