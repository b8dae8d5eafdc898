package io.assay.job;

/**
 * Spark is written in Scala and throws checked exceptions that its methods do not declare, so
 * whoever has to clean up or to record a failure must catch {@link Exception} and pass it on as it
 * is.
 */
public final class Unchecked {
  private Unchecked() {}

  /** Throws the exception as it is; declared to return one so that callers can write throw. */
  public static RuntimeException rethrow(Throwable e) {
    return Unchecked.<RuntimeException>sneak(e);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E sneak(Throwable e) throws E {
    throw (E) e;
  }
}
