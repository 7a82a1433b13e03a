import { z } from 'zod';

/** What a file can bring in. */
export const importKinds = [
  'employees',
  'customers',
  'products',
  'assignments',
  'sales',
  'targets',
  'interactions',
] as const;
export type ImportKind = (typeof importKinds)[number];

/** The columns of each kind, in the order of the plain file; those marked may be left out. */
export const importColumns = {
  employees: { employeeNo: true, name: true, email: true, role: true, team: false },
  customers: {
    code: true,
    name: true,
    type: true,
    region: false,
    address: false,
    grade: false,
    aliases: false,
  },
  products: {
    code: true,
    brand: true,
    ingredient: true,
    reimbursed: true,
    therapeuticClass: true,
    unitPrice: true,
  },
  assignments: { employeeNo: true, customerCode: true, validFrom: true, validTo: false },
  sales: {
    soldOn: true,
    employeeNo: true,
    customerCode: true,
    productCode: true,
    lineNo: false,
    quantity: true,
    amount: true,
  },
  targets: { month: true, employeeNo: true, productCode: false, amount: true },
  interactions: {
    employeeNo: true,
    customerCode: true,
    occurredAt: true,
    type: true,
    summary: true,
    nextAction: false,
    productCodes: false,
  },
} as const satisfies Record<ImportKind, Record<string, boolean>>;

/** Names of a kind's columns, in order. */
export function columnsOf(kind: ImportKind): string[] {
  return Object.keys(importColumns[kind]);
}

export const importStatuses = [
  'queued',
  'running',
  'completed',
  'completed_with_rejects',
  'failed',
  'undone',
] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** How many errors a report shows at once; the rejected rows have them all. */
export const maximumErrorsShown = 200;

const emptyToUndefined = (value: unknown) => (value === '' ? undefined : value);

/** The form fields beside `file` in `POST /api/imports`. */
export const importFieldsSchema = z.strictObject({
  kind: z.enum(importKinds),
  dryRun: z
    .preprocess(
      emptyToUndefined,
      z
        .enum(['0', '1', 'false', 'true'])
        .default('0')
        .transform((value) => value === '1' || value === 'true'),
    )
    .meta({ type: 'string', enum: ['0', '1', 'false', 'true'] })
    .describe('`1` or `true`: nothing is written, the report is the same.'),
  template: z
    .preprocess(emptyToUndefined, z.string().max(100).optional())
    .describe('Name of a mapping template of this kind.'),
});
export type ImportFields = z.infer<typeof importFieldsSchema>;

export const listImportsSchema = z.strictObject({
  kind: z.enum(importKinds).optional(),
  status: z.enum(importStatuses).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const listRejectsSchema = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Body of `PATCH /api/imports/:id/rejects/:rejectId`: the cells that change; null empties one. */
export const correctRejectSchema = z.strictObject({
  cells: z
    .record(z.string().max(40), z.string().max(10_000).nullable())
    .refine((cells) => Object.keys(cells).length > 0, { message: 'nothing to change' }),
});

const templateName = z.string().trim().min(1).max(100);
const headerName = z.string().trim().min(1).max(200);

/** How a foreign file is read. */
export const templateLayoutSchema = z.strictObject({
  columns: z
    .record(z.string().max(40), headerName)
    .default({})
    .describe('Our column -> the name it has in the file.'),
  constants: z
    .record(z.string().max(40), z.string().max(500))
    .default({})
    .describe('Our column -> a value that every row has, for columns the file lacks.'),
  dateFormat: z
    .string()
    .max(30)
    .regex(/^(YYYY|YY|MM?|DD?|[^A-Za-z0-9])+$/, 'of YYYY, YY, MM, M, DD, D and signs between')
    .refine(
      (format) => [/YYYY|YY/g, /MM?/g].every((part) => format.match(part)?.length === 1),
      'one year, one month',
    )
    .refine((format) => (format.match(/DD?/g) ?? []).length <= 1, 'one day')
    .optional()
    .describe('Such as `YYYYMMDD` or `DD/MM/YY`; not given: the usual ways to write a day.'),
  sheet: z
    .string()
    .max(100)
    .optional()
    .describe('Sheet of a workbook; not given: the first that has the columns.'),
});
export type TemplateLayout = z.infer<typeof templateLayoutSchema>;

const onlyColumnsOfKind: [
  (value: { kind: ImportKind; layout: TemplateLayout }) => boolean,
  { path: string[]; message: string },
] = [
  ({ kind, layout }) =>
    [...Object.keys(layout.columns), ...Object.keys(layout.constants)].every((name) =>
      columnsOf(kind).includes(name),
    ),
  { path: ['layout'], message: 'a column that this kind does not have' },
];

export const createTemplateSchema = z
  .strictObject({ name: templateName, kind: z.enum(importKinds), layout: templateLayoutSchema })
  .refine(...onlyColumnsOfKind);

export const changeTemplateSchema = z
  .strictObject({ name: templateName.optional(), layout: templateLayoutSchema.optional() })
  .refine((value) => Object.keys(value).length > 0, { message: 'nothing to change' });

export const importTemplateDtoSchema = z
  .object({
    id: z.int(),
    name: z.string(),
    kind: z.enum(importKinds),
    layout: templateLayoutSchema,
    createdAt: z.iso.datetime({ offset: true }),
    updatedAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'ImportTemplate' });
export type ImportTemplateDto = z.infer<typeof importTemplateDtoSchema>;

/** What is wrong, where: the row as the file counts it, from 1 with the header; null: the file as a whole. */
export const importErrorDtoSchema = z
  .object({
    row: z.int().nullable(),
    column: z.string().nullable(),
    code: z.string(),
    message: z.string().describe("In the reader's language."),
  })
  .meta({ id: 'ImportError' });
export type ImportErrorDto = z.infer<typeof importErrorDtoSchema>;

export const importDtoSchema = z
  .object({
    id: z.string(),
    kind: z.enum(importKinds),
    fileName: z.string(),
    dryRun: z.boolean(),
    template: z.string().nullable(),
    status: z.enum(importStatuses),
    progress: z.int().describe('0 to 100.'),
    rows: z.int().describe('Rows with content below the header.'),
    loaded: z.int().describe('Accepted rows: inserted, updated and unchanged ones.'),
    rejected: z.int(),
    inserted: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    ignoredColumns: z.array(z.string()).describe('Columns of the file that nothing was read from.'),
    errors: z.array(importErrorDtoSchema).describe('The first of them.'),
    moreErrors: z.boolean().describe('True where there are more errors than shown.'),
    requestedBy: z
      .object({
        id: z.int(),
        name: z.string(),
      })
      .nullable(),
    createdAt: z.iso.datetime({ offset: true }),
    finishedAt: z.iso.datetime({ offset: true }).nullable(),
  })
  .meta({ id: 'Import' });
export type ImportDto = z.infer<typeof importDtoSchema>;

/** A row that was left out, as it was read, until it is corrected and run again. */
export const importRejectDtoSchema = z
  .object({
    id: z.int(),
    row: z.int(),
    cells: z.record(z.string(), z.string()),
    errors: z.array(importErrorDtoSchema),
    corrected: z.boolean().describe('Changed since it was rejected.'),
  })
  .meta({ id: 'ImportReject' });
export type ImportRejectDto = z.infer<typeof importRejectDtoSchema>;

/** `import:updated`: how far an import is, to those who import. */
export const importUpdateSchema = z
  .object({
    importId: z.uuid(),
    status: z.enum(importStatuses),
    progress: z.int(),
  })
  .meta({ id: 'ImportUpdate' });
export type ImportUpdate = z.infer<typeof importUpdateSchema>;
