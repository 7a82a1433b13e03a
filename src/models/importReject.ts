import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Rows an import left out, kept until they are corrected and run again. */
export class ImportReject extends Model<
  InferAttributes<ImportReject>,
  InferCreationAttributes<ImportReject>
> {
  declare id: CreationOptional<number>;
  declare batchId: string;
  declare rowNumber: number;
  declare cells: Record<string, string>;
  declare errors: unknown[];
  declare correctedAt: CreationOptional<Date | null>;
  declare correctedBy: CreationOptional<number | null>;
}

/** `import_rejects` on this connection. */
export function defineImportReject(sequelize: Sequelize) {
  return class extends ImportReject {}.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
      batchId: { type: DataTypes.UUID, allowNull: false },
      rowNumber: { type: DataTypes.INTEGER, allowNull: false },
      cells: { type: DataTypes.JSONB, allowNull: false },
      errors: { type: DataTypes.JSONB, allowNull: false },
      correctedAt: DataTypes.DATE,
      correctedBy: DataTypes.INTEGER,
    },
    {
      sequelize,
      modelName: 'ImportReject',
      tableName: 'import_rejects',
      underscored: true,
      timestamps: false,
    },
  ) as typeof ImportReject;
}
