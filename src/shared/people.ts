import { z } from 'zod';
import { calendarDay } from './calendarDay';

/** The four kinds of people, the one with the fewest rights first; what each may do stands in `policies/permissions.ts`. */
export const roles = ['rep', 'manager', 'analyst', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Every right the program asks for; a role has some by nature, an employee may be given more. */
export const permissions = [
  'chat.use',
  'documents.manage',
  'employees.manage',
  'team.manage',
  'assignments.manage',
  'data.import',
  'figures.all',
  'audit.read',
  'audit.review',
  'audit.identify',
  'sql.view',
  'queries.verify',
  'migrations.run',
  'prompts.manage',
  'system.view',
] as const;
export type Permission = (typeof permissions)[number];

/** A person as the API shows one: never a hash, never a token version. */
export const employeeDtoSchema = z
  .object({
    id: z.int(),
    employeeNo: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    team: z.string().nullable(),
    extraPermissions: z.array(z.enum(permissions)).describe('Rights given beyond those of the role.'),
    active: z.boolean(),
    createdAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'Employee' });
export type EmployeeDto = z.infer<typeof employeeDtoSchema>;

/** A person as admins see one. */
export const employeeWithFactorSchema = employeeDtoSchema
  .extend({ secondFactor: z.boolean().describe('Whether one is in force.') })
  .meta({ id: 'EmployeeWithFactor' });
export type EmployeeWithFactorDto = z.infer<typeof employeeWithFactorSchema>;

/** A person who was registered; the password is told this once, and only where none was given. */
export const registeredEmployeeSchema = employeeDtoSchema
  .extend({ temporaryPassword: z.string().optional() })
  .meta({ id: 'RegisteredEmployee' });

/** The signed-in person, with every right in force, so that the client shows what can be used. */
export const signedInEmployeeDtoSchema = employeeDtoSchema
  .extend({
    permissions: z.array(z.enum(permissions)),
  })
  .meta({ id: 'SignedInEmployee' });
export type SignedInEmployeeDto = z.infer<typeof signedInEmployeeDtoSchema>;

const employeeNo = z.string().trim().min(1).max(40);
export const personNameSchema = z.string().trim().min(1).max(100);
const team = z.string().trim().min(1).max(100);
/** No mail server takes a longer name before the @ (RFC 5321). */
const longestMailbox = 64;
const email = z
  .email()
  .max(254)
  .refine((address) => address.indexOf('@') <= longestMailbox, { error: 'at most 64 characters before @' });

/** At least 8 characters (NIST SP 800-63B asks for length, not for kinds of characters). */
export const passwordSchema = z.string().min(8).max(200);

export const initAdminSchema = z.strictObject({
  employeeNo: employeeNo.optional(),
  name: personNameSchema,
  email,
  password: passwordSchema,
});

export const loginSchema = z.strictObject({
  email,
  password: z.string().min(1).max(200),
  /** Of the second factor, where it was asked for: six digits, or a code to recover with. */
  code: z.string().trim().min(6).max(60).optional(),
});
export type Login = z.infer<typeof loginSchema>;

export const createEmployeeSchema = z.strictObject({
  employeeNo,
  name: personNameSchema,
  email,
  role: z.enum(roles),
  team: team.nullish(),
  password: passwordSchema.optional(),
});

export const updateEmployeeSchema = z.strictObject({
  name: personNameSchema.optional(),
  email: email.optional(),
  role: z.enum(roles).optional(),
  team: team.nullish(),
  active: z.boolean().optional(),
  password: passwordSchema.optional(),
});

const yesOrNo = z.enum(['true', 'false']).transform((value) => value === 'true');

/** What a list of people may be narrowed to, as it stands in an address. */
export const employeeFilterSchema = z.strictObject({
  q: z
    .string()
    .normalize('NFC')
    .trim()
    .max(100)
    .optional()
    .describe('Letters of the name, number, e-mail address or team.'),
  role: z.enum(roles).optional(),
  active: yesOrNo.optional(),
  hasExtraRights: yesOrNo.optional().describe('Whether rights were given beyond those of the role.'),
});
export type EmployeeFilter = z.infer<typeof employeeFilterSchema>;

/** A right, and the roles that have it by nature. */
export const permissionDtoSchema = z
  .object({
    permission: z.enum(permissions),
    roles: z.array(z.enum(roles)),
  })
  .meta({ id: 'Permission' });
export type PermissionDto = z.infer<typeof permissionDtoSchema>;

/** Who a person is, for choosing one. */
export const employeeNameDtoSchema = employeeDtoSchema.pick({
  employeeNo: true,
  name: true,
  team: true,
  role: true,
  active: true,
});
export type EmployeeNameDto = z.infer<typeof employeeNameDtoSchema>;

export const setPermissionsSchema = z.strictObject({ permissions: z.array(z.enum(permissions)) });

/** Changes the own password; the present one is asked, so that a browser left open does not give the account away. */
export const changePasswordSchema = z.strictObject({
  currentPassword: z.string().min(1).max(200),
  newPassword: passwordSchema,
});

/** An own sign-in that stands. */
export const sessionDtoSchema = z
  .object({
    id: z.string(),
    current: z.boolean().describe('Whether it is the one that asks.'),
    userAgent: z
      .string()
      .nullable()
      .describe(
        'What the browser called itself at sign-in; null where it did not say, or signed in before that was kept.',
      ),
    createdAt: z.iso.datetime({ offset: true }),
    lastUsedAt: z.iso.datetime({ offset: true }).describe('To a quarter of an hour.'),
    expiresAt: z.iso.datetime({ offset: true }).describe('When it ends by itself.'),
  })
  .meta({ id: 'Session' });
export type SessionDto = z.infer<typeof sessionDtoSchema>;

export const loginResponseSchema = z
  .object({
    accessToken: z.string(),
    employee: signedInEmployeeDtoSchema,
  })
  .meta({ id: 'LoginResponse' });
export type LoginResponse = z.infer<typeof loginResponseSchema>;

/** A person's customers: dates are KST calendar days, `validTo` is the last day that counts. */
export const assignmentDtoSchema = z
  .object({
    id: z.int(),
    employeeNo: z.string(),
    employeeName: z.string(),
    customerCode: z.string(),
    customerName: z.string(),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
  })
  .meta({ id: 'Assignment' });
export type AssignmentDto = z.infer<typeof assignmentDtoSchema>;

export const createAssignmentSchema = z
  .strictObject({
    employeeNo,
    customerCode: z.string().trim().min(1).max(40),
    validFrom: calendarDay,
    validTo: calendarDay.nullish(),
  })
  .refine((value) => !value.validTo || value.validTo >= value.validFrom, {
    path: ['validTo'],
    message: 'validTo must not be before validFrom',
  });

/** Which assignments to list; `on`: only those that count on this day (KST). */
export const assignmentFilterSchema = z.strictObject({
  employeeNo: z.string().max(40).optional(),
  customerCode: z.string().max(40).optional(),
  on: calendarDay.optional(),
});
export type AssignmentFilter = z.infer<typeof assignmentFilterSchema>;

/** The last day that counts; null: open again. */
export const updateAssignmentSchema = z.strictObject({ validTo: calendarDay.nullable() });
