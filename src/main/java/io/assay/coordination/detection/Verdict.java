package io.assay.coordination.detection;

/** What became of a candidate group. */
enum Verdict {
  /** It acts by agreement, as far as can be known. */
  ACCEPTED,
  /** Its signs are those of friends, fans or chance as well. */
  UNLIKELY,
  /** It does no more than everybody does, or is most of everybody. */
  EVERYBODY,
  /** It is the audience of an author whose posts its members follow up. */
  HUB,
  /** It comes together and writes as everybody does: guests of a giveaway, fans, readers. */
  GUESTS,
  /** Too few times are known: a farm cannot be told from a curator's audience. */
  UNTIMED
}
