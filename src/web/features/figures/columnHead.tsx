import { Table, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSelector } from '@tabler/icons-react';
import type { TableColumn } from '../../../shared/resultTable';
import { cellClass } from './cellClass';
import classes from './resultTableView.module.css';
import type { Sorting } from './sortedRows';

interface ColumnHeadProps {
  column: TableColumn;
  sorting: Sorting | null;
  onSort: () => void;
}

/** A column's name, which sorts the table by it. What the figure means shows where the mouse rests on it. */
export function ColumnHead({ column, sorting, onSort }: ColumnHeadProps) {
  const direction = sorting?.key === column.key ? sorting.direction : undefined;
  const Icon =
    direction === undefined ? IconSelector : direction === 'ascending' ? IconChevronUp : IconChevronDown;
  return (
    <Table.Th scope="col" className={cellClass(column.kind)} aria-sort={direction ?? 'none'}>
      <UnstyledButton className={classes.sort} onClick={onSort} title={column.definition}>
        {column.label}
        <Icon
          size={13}
          aria-hidden
          className={classes.sortIcon}
          data-active={direction !== undefined || undefined}
        />
      </UnstyledButton>
    </Table.Th>
  );
}
