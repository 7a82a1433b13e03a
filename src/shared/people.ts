import { z } from 'zod';

/** The four kinds of people; what each may do stands in `policies/permissions.ts`. */
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
export interface EmployeeDto {
  id: number;
  employeeNo: string;
  name: string;
  email: string;
  role: Role;
  team: string | null;
  /** Rights given beyond those of the role. */
  extraPermissions: Permission[];
  active: boolean;
  createdAt: string;
}

/** The signed-in person, with every right in force, so that the client shows what can be used. */
export interface SignedInEmployeeDto extends EmployeeDto {
  permissions: Permission[];
}

const employeeNo = z.string().trim().min(1).max(40);
export const personNameSchema = z.string().trim().min(1).max(100);
const team = z.string().trim().min(1).max(100);
const email = z.email().max(254);

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
  /** Letters of the name, number, e-mail address or team. */
  q: z.string().normalize('NFC').trim().max(100).optional(),
  role: z.enum(roles).optional(),
  active: yesOrNo.optional(),
  /** Whether rights were given beyond those of the role. */
  hasExtraRights: yesOrNo.optional(),
});
export type EmployeeFilter = z.infer<typeof employeeFilterSchema>;

/** A right, and the roles that have it by nature. */
export interface PermissionDto {
  permission: Permission;
  roles: Role[];
}

/** Who a person is, for choosing one. */
export type EmployeeNameDto = Pick<EmployeeDto, 'employeeNo' | 'name' | 'team' | 'role' | 'active'>;

export const setPermissionsSchema = z.strictObject({ permissions: z.array(z.enum(permissions)) });

/** Changes the own password; the present one is asked, so that a browser left open does not give the account away. */
export const changePasswordSchema = z.strictObject({
  currentPassword: z.string().min(1).max(200),
  newPassword: passwordSchema,
});

/** An own sign-in that stands. */
export interface SessionDto {
  id: string;
  /** Whether it is the one that asks. */
  current: boolean;
  /** What the browser called itself at sign-in; null where it did not say, or signed in before that was kept. */
  userAgent: string | null;
  createdAt: string;
  /** To a quarter of an hour. */
  lastUsedAt: string;
  /** When it ends by itself. */
  expiresAt: string;
}

export interface LoginResponse {
  accessToken: string;
  employee: SignedInEmployeeDto;
}

/** A person's customers: dates are KST calendar days, `validTo` is the last day that counts. */
export interface AssignmentDto {
  id: number;
  employeeNo: string;
  employeeName: string;
  customerCode: string;
  customerName: string;
  validFrom: string;
  validTo: string | null;
}

export const createAssignmentSchema = z
  .strictObject({
    employeeNo,
    customerCode: z.string().trim().min(1).max(40),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullish(),
  })
  .refine((value) => !value.validTo || value.validTo >= value.validFrom, {
    path: ['validTo'],
    message: 'validTo must not be before validFrom',
  });

/** Which assignments to list; `on`: only those that count on this day (KST). */
export const assignmentFilterSchema = z.strictObject({
  employeeNo: z.string().max(40).optional(),
  customerCode: z.string().max(40).optional(),
  on: z.iso.date().optional(),
});
export type AssignmentFilter = z.infer<typeof assignmentFilterSchema>;

/** The last day that counts; null: open again. */
export const updateAssignmentSchema = z.strictObject({ validTo: z.iso.date().nullable() });
