import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('commission_members')
export class CommissionMemberRecord {
  @PrimaryColumn('uuid') commissionId!: string;
  @PrimaryColumn('uuid') mandateId!: string;
  @Column('boolean', { default: false }) isChair!: boolean;
}
