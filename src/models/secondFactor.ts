import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** What makes the codes that people sign in with besides their password. */
export class SecondFactor extends Model<
  InferAttributes<SecondFactor>,
  InferCreationAttributes<SecondFactor>
> {
  declare employeeId: number;
  declare sealedSecret: string;
  /** A number of half minutes, which the driver gives as text. */
  declare lastStep: CreationOptional<string | number>;
  declare confirmedAt: CreationOptional<Date | null>;
  declare createdAt: CreationOptional<Date>;
}

/** `second_factors` on this connection. */
export function defineSecondFactor(sequelize: Sequelize) {
  return class extends SecondFactor {}.init(
    {
      employeeId: { type: DataTypes.INTEGER, primaryKey: true },
      sealedSecret: { type: DataTypes.TEXT, allowNull: false },
      lastStep: { type: DataTypes.BIGINT, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      confirmedAt: DataTypes.DATE,
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    {
      sequelize,
      modelName: 'SecondFactor',
      tableName: 'second_factors',
      underscored: true,
      timestamps: false,
    },
  ) as typeof SecondFactor;
}
