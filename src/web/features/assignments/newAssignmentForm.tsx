import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { koreanDay } from '../../../shared/koreanTime';
import { createAssignmentSchema } from '../../../shared/people';
import { ErrorNotice } from '../../components/errorNotice';
import { SearchSelect } from '../../components/searchSelect';
import { validateWith, withoutEmpty } from '../../lib/schemaValidation';
import type { AssignmentFilters } from './assignmentFilterForm';
import {
  assignableKey,
  assignmentsKey,
  createAssignment,
  customersKey,
  findAssignable,
  findCustomers,
} from './assignmentsApi';

interface NewAssignmentFormProps {
  /** Whom the list is narrowed to is probably meant. */
  filters: AssignmentFilters;
  onClose: () => void;
  /** Who and what there is to choose from, and how it is saved. */
  among?: typeof amongAll;
}

const amongAll = {
  create: createAssignment,
  employees: { queryKey: assignableKey as readonly string[], find: findAssignable },
  customers: { queryKey: customersKey as readonly string[], find: findCustomers },
};

/** Gives a customer to an employee, both chosen by name. */
export function NewAssignmentForm({ filters, onClose, among = amongAll }: NewAssignmentFormProps) {
  const { t } = useTranslation(['assignments', 'common']);
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: {
      employeeNo: filters.employeeNo ?? '',
      customerCode: filters.customerCode ?? '',
      validFrom: koreanDay(new Date()),
      validTo: '',
    },
    validate: validateWith(createAssignmentSchema),
  });
  const creation = useMutation({
    mutationFn: ({ validTo, ...values }: typeof form.values) =>
      among.create({ ...values, ...withoutEmpty({ validTo }) }),
    onSuccess: async () => {
      onClose();
      await queryClient.invalidateQueries({ queryKey: assignmentsKey });
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => creation.mutate(values))} noValidate>
      <Stack>
        <SearchSelect
          label={t('employee')}
          placeholder={t('new.employeeHelp')}
          withAsterisk
          {...among.employees}
          value={form.values.employeeNo || null}
          onChange={(choice) => form.setFieldValue('employeeNo', choice?.value ?? '')}
          error={form.errors.employeeNo as string | undefined}
          testId="assign-employee"
        />
        <SearchSelect
          label={t('customer')}
          placeholder={t('new.customerHelp')}
          withAsterisk
          {...among.customers}
          value={form.values.customerCode || null}
          onChange={(choice) => form.setFieldValue('customerCode', choice?.value ?? '')}
          error={form.errors.customerCode as string | undefined}
          testId="assign-customer"
        />
        <TextInput
          type="date"
          label={t('validFrom')}
          withAsterisk
          {...form.getInputProps('validFrom')}
          data-testid="assign-from"
        />
        <TextInput
          type="date"
          label={t('validTo')}
          description={t('new.validToHelp')}
          {...form.getInputProps('validTo')}
          data-testid="assign-to"
        />
        {creation.error && <ErrorNotice error={creation.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={creation.isPending} data-testid="assign-submit">
            {t('new.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
