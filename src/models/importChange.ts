import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** What rows were before an import updated them, so that it can be undone. */
export class ImportChange extends Model<
  InferAttributes<ImportChange>,
  InferCreationAttributes<ImportChange>
> {
  declare batchId: string;
  declare rowId: number;
  declare previousBatchId: CreationOptional<string | null>;
  declare before: unknown;
  declare after: unknown;
}

/** `import_changes` on this connection. */
export function defineImportChange(sequelize: Sequelize) {
  return class extends ImportChange {}.init(
    {
      batchId: { type: DataTypes.UUID, primaryKey: true },
      rowId: { type: DataTypes.BIGINT, primaryKey: true },
      previousBatchId: DataTypes.UUID,
      before: { type: DataTypes.JSONB, allowNull: false },
      after: { type: DataTypes.JSONB, allowNull: false },
    },
    {
      sequelize,
      modelName: 'ImportChange',
      tableName: 'import_changes',
      underscored: true,
      timestamps: false,
    },
  ) as typeof ImportChange;
}
