import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Names people use for customers, products and employees, beyond those imported with them. */
export class EntityAlias extends Model<InferAttributes<EntityAlias>, InferCreationAttributes<EntityAlias>> {
  declare id: CreationOptional<number>;
  declare kind: string;
  declare entityId: number;
  declare alias: string;
  declare createdAt: CreationOptional<Date>;
}

/** `entity_aliases` on this connection. */
export function defineEntityAlias(sequelize: Sequelize) {
  return class extends EntityAlias {}.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      kind: { type: DataTypes.TEXT, allowNull: false },
      entityId: { type: DataTypes.INTEGER, allowNull: false },
      alias: { type: DataTypes.TEXT, allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    {
      sequelize,
      modelName: 'EntityAlias',
      tableName: 'entity_aliases',
      underscored: true,
      timestamps: false,
    },
  ) as typeof EntityAlias;
}
