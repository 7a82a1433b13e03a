import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';
import type { ImportKind, TemplateLayout } from '../shared/imports';

/** How files of other companies are read, kept by name. */
export class ImportTemplate extends Model<
  InferAttributes<ImportTemplate>,
  InferCreationAttributes<ImportTemplate>
> {
  declare id: CreationOptional<number>;
  declare name: string;
  declare kind: ImportKind;
  declare layout: TemplateLayout;
  declare createdBy: CreationOptional<number | null>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

/** `import_templates` on this connection. */
export function defineImportTemplate(sequelize: Sequelize) {
  return class extends ImportTemplate {}.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      name: { type: DataTypes.TEXT, allowNull: false },
      kind: { type: DataTypes.TEXT, allowNull: false },
      layout: { type: DataTypes.JSONB, allowNull: false },
      createdBy: DataTypes.INTEGER,
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      updatedAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    {
      sequelize,
      modelName: 'ImportTemplate',
      tableName: 'import_templates',
      underscored: true,
      timestamps: true,
    },
  ) as typeof ImportTemplate;
}
