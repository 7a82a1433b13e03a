import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmployeeDto } from '../../../shared/people';
import { EditEmployeeForm } from './editEmployeeForm';
import { EmployeeSaved } from './employeeSaved';

interface EditEmployeeDialogProps {
  /** Null: closed. */
  employee: EmployeeDto | null;
  onClose: () => void;
}

/** Changes an employee, then shows the new password where there is one. */
export function EditEmployeeDialog({ employee, onClose }: EditEmployeeDialogProps) {
  const { t } = useTranslation(['people', 'common']);
  const [password, setPassword] = useState<string | null>(null);
  const close = () => {
    setPassword(null);
    onClose();
  };
  return (
    <Modal
      opened={employee !== null}
      onClose={close}
      title={t('edit.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {employee && password === null && (
        <EditEmployeeForm
          employee={employee}
          onSaved={(given) => (given === undefined ? close() : setPassword(given))}
          onCancel={close}
        />
      )}
      {employee && password !== null && (
        <EmployeeSaved text={t('edit.saved', { name: employee.name })} password={password} onClose={close} />
      )}
    </Modal>
  );
}
