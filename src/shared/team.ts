import { z } from 'zod';
import { employeeDtoSchema, personNameSchema } from './people';

/** A person of the own team. */
export const teamPersonDtoSchema = employeeDtoSchema
  .pick({ id: true, employeeNo: true, name: true, email: true, role: true, team: true, active: true })
  .extend({ mayChange: z.boolean().describe('Whether the reader may change it, or only see it.') })
  .meta({ id: 'TeamPerson' });
export type TeamPersonDto = z.infer<typeof teamPersonDtoSchema>;

/** What whoever looks after a team changes of a person. */
export const changeTeamPersonSchema = z
  .strictObject({ name: personNameSchema.optional(), active: z.boolean().optional() })
  .refine((changes) => Object.keys(changes).length > 0, 'nothing to change');

/** A password that was made, told this once. */
export const newPasswordDtoSchema = z.object({ temporaryPassword: z.string() }).meta({ id: 'NewPassword' });
export type NewPasswordDto = z.infer<typeof newPasswordDtoSchema>;

/** A customer that somebody of the team looks after today. */
export const teamCustomerDtoSchema = z
  .object({ code: z.string(), name: z.string() })
  .meta({ id: 'TeamCustomer' });
export type TeamCustomerDto = z.infer<typeof teamCustomerDtoSchema>;
