import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Who a person is at the sign-in of the company. */
export class EmployeeIdentity extends Model<
  InferAttributes<EmployeeIdentity>,
  InferCreationAttributes<EmployeeIdentity>
> {
  declare issuer: string;
  declare subject: string;
  declare employeeId: number;
  declare createdAt: CreationOptional<Date>;
}

/** `employee_identities` on this connection. */
export function defineEmployeeIdentity(sequelize: Sequelize) {
  return class extends EmployeeIdentity {}.init(
    {
      issuer: { type: DataTypes.TEXT, primaryKey: true },
      subject: { type: DataTypes.TEXT, primaryKey: true },
      employeeId: { type: DataTypes.INTEGER, allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    {
      sequelize,
      modelName: 'EmployeeIdentity',
      tableName: 'employee_identities',
      underscored: true,
      timestamps: false,
    },
  ) as typeof EmployeeIdentity;
}
