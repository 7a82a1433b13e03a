import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Data imports: one row a file. */
export class ImportBatch extends Model<InferAttributes<ImportBatch>, InferCreationAttributes<ImportBatch>> {
  declare id: string;
  declare kind: string;
  declare fileName: string;
  declare status: CreationOptional<string>;
  declare rows: CreationOptional<number>;
  declare loaded: CreationOptional<number>;
  declare rejected: CreationOptional<number>;
  declare errors: CreationOptional<unknown[]>;
  declare requestedBy: CreationOptional<number | null>;
  declare createdAt: CreationOptional<Date>;
  declare finishedAt: CreationOptional<Date | null>;
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
