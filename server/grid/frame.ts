import { Collection, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToMany, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Stored } from '../kernel/stored.ts';

@ObjectType({
  description: 'One version of a reference frame: the same number in another version is another commitment.',
})
@Entity()
@Unique({ name: 'frame_version_once', properties: ['code', 'release'] })
export class Frame extends Stored {
  @Field(() => String, { description: 'Such as SERVICES_PUBLICS_PLUS.' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'Its version, such as v1-2021.' })
  @Property({ type: 'text' })
  release!: string;

  @Field(() => String, { description: 'Its name.' })
  @Property({ type: 'text' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Where it can be read.' })
  @Property({ type: 'text', nullable: true })
  source: string | null = null;

  @OneToMany(
    () => Clause,
    (clause) => clause.frame,
    { orderBy: { number: 'asc' } },
  )
  clauses = new Collection<Clause>(this);

  @Field(() => [Clause], { name: 'clauses', description: 'Its commitments that are known, in their order.' })
  async loadClauses() {
    return this.clauses.loadItems();
  }
}

@ObjectType({ description: 'One commitment of one version of a reference frame.' })
@Entity()
@Unique({ name: 'clause_once', properties: ['frame', 'number'] })
export class Clause extends Stored {
  @ManyToOne(() => Frame, { ref: true })
  frame!: Ref<Frame>;

  @Field(() => Int, { description: 'Its number in the frame.' })
  @Property({ type: 'smallint' })
  number!: number;

  @Field(() => String, { description: 'What it commits to, in short.' })
  @Property({ type: 'text' })
  label!: string;

  @Field(() => Frame, { name: 'frame', description: 'The frame, in its version.' })
  loadFrame() {
    return this.frame.load();
  }
}
