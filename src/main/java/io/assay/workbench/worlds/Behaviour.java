package io.assay.workbench.worlds;

import java.io.Serializable;

/** Something that some accounts do with posts. */
interface Behaviour extends Serializable {

  /** Adds what the actor does; nothing if the behaviour is not the actor's. */
  void act(Person actor, EngagementsOfActor done);
}
