package io.assay.coordination.coaction;

/**
 * When shares of one object count as acting together.
 *
 * @param windowSeconds two shares are a pair if they lie at most so many seconds apart
 * @param minParticipation shares that an account needs: of the chosen objects to take part at all,
 *     and of contents that occur in a pair for its pairs to count
 */
public record CoActionRule(long windowSeconds, int minParticipation) {
  /** A month: what lies further apart nobody does together. */
  public static final long MAX_WINDOW_SECONDS = 31L * 24 * 60 * 60;

  public CoActionRule {
    if (windowSeconds < 1 || windowSeconds > MAX_WINDOW_SECONDS || minParticipation < 1) {
      throw new IllegalArgumentException(
          "no rule: " + windowSeconds + " s, " + minParticipation + " shares");
    }
  }

  long windowMicros() {
    return windowSeconds * 1_000_000;
  }
}
