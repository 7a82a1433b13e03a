import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';
import type { ImportKind, ImportStatus, TemplateLayout } from '../shared/imports';

/** Data imports: one row a file. */
export class ImportBatch extends Model<InferAttributes<ImportBatch>, InferCreationAttributes<ImportBatch>> {
  declare id: string;
  declare kind: ImportKind;
  declare fileName: string;
  declare status: CreationOptional<ImportStatus>;
  declare rows: CreationOptional<number>;
  declare loaded: CreationOptional<number>;
  declare rejected: CreationOptional<number>;
  declare errors: CreationOptional<unknown[]>;
  declare requestedBy: CreationOptional<number | null>;
  declare createdAt: CreationOptional<Date>;
  declare finishedAt: CreationOptional<Date | null>;
  declare sha256: CreationOptional<string | null>;
  declare size: CreationOptional<number>;
  declare dryRun: CreationOptional<boolean>;
  declare templateName: CreationOptional<string | null>;
  declare layout: CreationOptional<Partial<TemplateLayout>>;
  declare progress: CreationOptional<number>;
  declare inserted: CreationOptional<number>;
  declare updated: CreationOptional<number>;
  declare unchanged: CreationOptional<number>;
  declare columns: CreationOptional<string[]>;
  declare ignoredColumns: CreationOptional<string[]>;
  declare reads: CreationOptional<'file' | 'rejects'>;
  declare runId: CreationOptional<string | null>;
  declare leaseUntil: CreationOptional<Date | null>;
  declare attempts: CreationOptional<number>;
}

/** `import_batches` on this connection. */
export function defineImportBatch(sequelize: Sequelize) {
  return class extends ImportBatch {}.init(
    {
      id: { type: DataTypes.UUID, primaryKey: true },
      kind: { type: DataTypes.TEXT, allowNull: false },
      fileName: { type: DataTypes.TEXT, allowNull: false },
      status: { type: DataTypes.TEXT, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      rows: { type: DataTypes.INTEGER, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      loaded: { type: DataTypes.INTEGER, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      rejected: { type: DataTypes.INTEGER, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      errors: { type: DataTypes.JSONB, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      requestedBy: DataTypes.INTEGER,
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      finishedAt: DataTypes.DATE,
      sha256: DataTypes.TEXT,
      size: { type: DataTypes.BIGINT, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      dryRun: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      templateName: DataTypes.TEXT,
      layout: { type: DataTypes.JSONB, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      progress: { type: DataTypes.INTEGER, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      inserted: { type: DataTypes.INTEGER, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      updated: { type: DataTypes.INTEGER, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      unchanged: { type: DataTypes.INTEGER, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      columns: {
        type: DataTypes.ARRAY(DataTypes.TEXT),
        allowNull: false,
        defaultValue: sequelize.literal('DEFAULT'),
      },
      ignoredColumns: {
        type: DataTypes.ARRAY(DataTypes.TEXT),
        allowNull: false,
        defaultValue: sequelize.literal('DEFAULT'),
      },
      reads: { type: DataTypes.TEXT, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      runId: DataTypes.UUID,
      leaseUntil: DataTypes.DATE,
      attempts: { type: DataTypes.INTEGER, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    {
      sequelize,
      modelName: 'ImportBatch',
      tableName: 'import_batches',
      underscored: true,
      timestamps: false,
    },
  ) as typeof ImportBatch;
}
