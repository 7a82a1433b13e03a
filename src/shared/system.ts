import { z } from 'zod';
import { searchIndexDtoSchema } from './searchIndex';

/** State of one part of the program, as `/readyz` and the status page show it. */
export const partStatusSchema = z
  .object({
    name: z.enum(['database', 'searchIndex', 'objectStore', 'embeddings', 'chatModel', 'migrations', 'jobs']),
    engine: z
      .string()
      .describe(
        'Which engine serves it: `pglite`, `postgres`, `minisearch`, `opensearch`, `folder`, `s3`, ...',
      ),
    ok: z.boolean(),
    detail: z.string().optional(),
  })
  .meta({ id: 'PartStatus' });
export type PartStatus = z.infer<typeof partStatusSchema>;

export const readinessSchema = z
  .object({
    status: z
      .enum(['ready', 'starting', 'migrations pending', 'migrating', 'stopping', 'not ready'])
      .describe(
        '`starting` and `migrating` end by themselves, `migrations pending` waits for an admin; `stopping`: told to end, with ' +
          'answers under way.',
      ),
    parts: z.array(partStatusSchema),
  })
  .meta({ id: 'Readiness' });
export type Readiness = z.infer<typeof readinessSchema>;

/** `GET /admin/migrations`. */
export const migrationsDtoSchema = z
  .object({
    applied: z.array(z.string()),
    pending: z.array(z.string()),
    history: z
      .array(
        z.object({
          name: z.string(),
          appliedAt: z.iso.datetime({ offset: true }).nullable(),
        }),
      )
      .describe('Those applied, with their times; null: not noted.'),
    changed: z
      .array(z.string())
      .describe('Those applied whose file is not what it was: nothing can be migrated until it is.'),
    newer: z
      .array(z.string())
      .describe('Those applied that this release does not have: of a newer one, which only added.'),
  })
  .meta({ id: 'Migrations' });
export type MigrationsDto = z.infer<typeof migrationsDtoSchema>;

/** `POST /admin/migrate`. */
export const migrationRunDtoSchema = z
  .object({
    applied: z.array(z.string()),
    pending: z.array(z.string()).optional().describe('Of a dry run.'),
    sql: z
      .array(z.object({ name: z.string(), sql: z.string() }))
      .optional()
      .describe('What each of them would run, of a dry run.'),
  })
  .meta({ id: 'MigrationRun' });
export type MigrationRunDto = z.infer<typeof migrationRunDtoSchema>;

/** Background work of one kind. */
export const queueStatusSchema = z
  .object({
    queue: z.string(),
    waiting: z.int(),
    running: z.int(),
    retrying: z.int().describe('Failed, and waiting for another try.'),
    oldestAt: z.iso
      .datetime({ offset: true })
      .nullable()
      .describe('When the oldest that waits was asked for; null: none waits.'),
  })
  .meta({ id: 'QueueStatus' });
export type QueueStatus = z.infer<typeof queueStatusSchema>;

/** `GET /api/system/status`: what an admin wants to know of the installation, as the process that answers sees it. */
export const systemStatusSchema = z
  .object({
    readiness: readinessSchema,
    pendingMigrations: z.array(z.string()),
    version: z.string(),
    startedAt: z.iso.datetime({ offset: true }),
    node: z.string(),
    memoryBytes: z.int().describe('Resident memory of this process, in bytes.'),
    sockets: z.int().describe('Clients connected to this process.'),
    questions: z.int().describe('Questions under way or waiting, on all processes.'),
    chatModel: z
      .object({
        name: z.string(),
        isPlanner: z.boolean(),
        lastQuarter: z.object({
          calls: z.int(),
          failed: z.int(),
        }),
      })
      .describe('Who answers where no chat model does: the planner.'),
    embeddings: z.string().nullable().describe('Null: keyword search only.'),
    searchIndex: searchIndexDtoSchema.nullable().describe('Null: it could not be asked.'),
    queues: z.array(queueStatusSchema),
    failedDocuments: z.int().describe('Documents whose file could not be read.'),
    databaseBytes: z.int(),
    disk: z
      .object({
        freeBytes: z.int(),
        totalBytes: z.int(),
      })
      .describe('Of the disk the data folder is on.'),
  })
  .meta({ id: 'SystemStatus' });
export type SystemStatus = z.infer<typeof systemStatusSchema>;

/** What the client needs to know before anybody signs in. */
export const publicStatusSchema = z
  .object({
    needsMigration: z
      .boolean()
      .describe('True while the database lacks what this release needs: nearly every call is refused.'),
    needsSetUp: z.boolean().describe('True until the first admin exists.'),
    demo: z.boolean(),
    companySignIn: z
      .object({ name: z.string().nullable().describe('What the accounts of the company are called.') })
      .nullable()
      .describe('Null: people sign in with a password of NaruTalk alone.'),
    retrieval: z.enum(['keyword', 'hybrid']),
    chatModel: z.string(),
  })
  .meta({ id: 'PublicStatus' });
export type PublicStatus = z.infer<typeof publicStatusSchema>;
