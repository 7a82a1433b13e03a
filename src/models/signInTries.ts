import {
  DataTypes,
  Model,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Tries at the password of one account since the last right one. */
export class SignInTries extends Model<InferAttributes<SignInTries>, InferCreationAttributes<SignInTries>> {
  declare account: string;
  declare tries: number;
  declare lastAt: Date;
}

/** `sign_in_tries` on this connection. */
export function defineSignInTries(sequelize: Sequelize) {
  return class extends SignInTries {}.init(
    {
      account: { type: DataTypes.TEXT, primaryKey: true },
      tries: { type: DataTypes.INTEGER, allowNull: false },
      lastAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'SignInTries', tableName: 'sign_in_tries', underscored: true, timestamps: false },
  ) as typeof SignInTries;
}
