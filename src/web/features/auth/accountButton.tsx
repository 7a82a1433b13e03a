import { Button, type ButtonProps, type ElementProps } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useEmployee } from '../../lib/session';

/** Who is signed in; opens the account's menu once that has been loaded. */
export function AccountButton(props: ButtonProps & ElementProps<'button', keyof ButtonProps>) {
  const { name } = useEmployee();
  return (
    <Button
      variant="subtle"
      color="gray"
      px="xs"
      c="var(--mantine-color-text)"
      rightSection={<IconChevronDown size={14} aria-hidden />}
      {...props}
    >
      {name}
    </Button>
  );
}
