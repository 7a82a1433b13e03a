import { z } from 'zod';
import { personNameSchema, type EmployeeDto } from './people';

/** A person of the own team. */
export interface TeamPersonDto extends Pick<
  EmployeeDto,
  'id' | 'employeeNo' | 'name' | 'email' | 'role' | 'team' | 'active'
> {
  /** Whether the reader may change it, or only see it. */
  mayChange: boolean;
}

/** What whoever looks after a team changes of a person. */
export const changeTeamPersonSchema = z
  .strictObject({ name: personNameSchema.optional(), active: z.boolean().optional() })
  .refine((changes) => Object.keys(changes).length > 0, 'nothing to change');

/** A password that was made, told this once. */
export interface NewPasswordDto {
  temporaryPassword: string;
}

/** A customer that somebody of the team looks after today. */
export interface TeamCustomerDto {
  code: string;
  name: string;
}
