import {
  DataTypes,
  Model,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Codes for whoever has lost what makes the others: each counts once and is gone. */
export class RecoveryCode extends Model<
  InferAttributes<RecoveryCode>,
  InferCreationAttributes<RecoveryCode>
> {
  declare employeeId: number;
  declare codeHash: string;
}

/** `recovery_codes` on this connection. */
export function defineRecoveryCode(sequelize: Sequelize) {
  return class extends RecoveryCode {}.init(
    {
      employeeId: { type: DataTypes.INTEGER, primaryKey: true },
      codeHash: { type: DataTypes.TEXT, primaryKey: true },
    },
    {
      sequelize,
      modelName: 'RecoveryCode',
      tableName: 'recovery_codes',
      underscored: true,
      timestamps: false,
    },
  ) as typeof RecoveryCode;
}
