import { z } from 'zod';

/** What a person may call by a name of their own. */
export const aliasKinds = ['customer', 'product', 'employee'] as const;
export type AliasKind = (typeof aliasKinds)[number];

const kind = z.enum(aliasKinds);
const code = z.string().trim().min(1).max(40);
const q = z.string().normalize('NFC').trim().max(100).optional();

/** Two letters at least: a single one would be found in every question. White space counts once. */
const alias = z
  .string()
  .normalize('NFC')
  .trim()
  .transform((text) => text.replace(/\s+/gu, ' '))
  .pipe(z.string().min(2).max(60).regex(/\p{L}/u));

export const aliasFilterSchema = z.strictObject({ q, kind: kind.optional(), code: code.optional() });
export type AliasFilter = z.infer<typeof aliasFilterSchema>;

/** What may be given a name, by letters of what it is called. */
export const aliasThingFilterSchema = z.strictObject({ kind, q });

export const createAliasSchema = z.strictObject({ kind, code, alias });

/** A name as it stands, also one that came with a file and would not be taken today. */
export const removeAliasSchema = z.strictObject({ kind, code, alias: z.string().min(1).max(200) });

/** A customer, product or employee. `detail` tells it apart from others: its region, ingredient or team. */
export const aliasThingDtoSchema = z
  .object({
    kind: z.enum(aliasKinds),
    code: z.string(),
    name: z.string(),
    detail: z.string().nullable(),
  })
  .meta({ id: 'AliasThing' });
export type AliasThingDto = z.infer<typeof aliasThingDtoSchema>;

/** A name people use for something, beside the official one. */
export const aliasDtoSchema = aliasThingDtoSchema
  .extend({
    alias: z.string(),
    imported: z
      .boolean()
      .describe('It came with the customer in a file; the next file says again what it is called.'),
    addedAt: z.iso
      .datetime({ offset: true })
      .nullable()
      .describe('When somebody added it here; null: only imported.'),
  })
  .meta({ id: 'Alias' });
export type AliasDto = z.infer<typeof aliasDtoSchema>;

/** A new name, and what else goes by it: a question with it is then asked back. */
export const addedAliasDtoSchema = aliasDtoSchema
  .extend({
    alsoNamed: z.array(aliasThingDtoSchema.pick({ kind: true, code: true, name: true })),
  })
  .meta({ id: 'AddedAlias' });
export type AddedAliasDto = z.infer<typeof addedAliasDtoSchema>;
