package io.assay.workbench.worlds;

import java.io.Serializable;

/**
 * One account engages with one post.
 *
 * @param post number in the {@link Timeline}
 * @param second when, since 1970
 * @param like whether it likes
 * @param comment whether it comments
 * @param tone of the comment
 * @param planted whether it belongs to planted fraud
 */
record Engagement(
    int post, long second, boolean like, boolean comment, Tone tone, boolean planted) {

  /** What a comment says. */
  enum Tone {
    /** Something about the post. */
    SPECIFIC,
    /** What would fit any post. */
    GENERIC,
    /** The same as other accounts of the group. */
    COPIED,
    /** One of the account's own few texts. */
    TEMPLATE,
    /** What a giveaway asks for. */
    ENTRY
  }

  /**
   * How somebody engages.
   *
   * @param comments share of engagements that are comments
   * @param alsoLikes share of those who comment and like, too
   * @param generic share of comments that would fit any post
   * @param otherwise tone of the other comments
   */
  record Manner(double comments, double alsoLikes, double generic, Tone otherwise)
      implements Serializable {

    Engagement engage(int post, long second, boolean planted, Rng rng) {
      boolean comment = rng.chance(comments);
      boolean like = rng.chance(alsoLikes) || !comment;
      Tone tone = rng.chance(generic) ? Tone.GENERIC : otherwise;
      return new Engagement(post, second, like, comment, tone, planted);
    }
  }
}
