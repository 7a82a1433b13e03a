import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { UploadForm } from './uploadForm';

interface UploadDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** Where documents are added. */
export function UploadDialog({ opened, onClose }: UploadDialogProps) {
  const { t } = useTranslation(['documents', 'common']);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('upload.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <UploadForm onClose={onClose} />
    </Modal>
  );
}
