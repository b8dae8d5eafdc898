package io.assay.reporting.html.model;

/**
 * How much the report shows at most, whatever the size of the lake. Every section that reaches its
 * limit says how many there are in all, and which query lists them.
 */
public final class ReportLimits {
  public static final int WARNINGS = 20;
  public static final int BANDS = 2_000;
  public static final int CLAIMS = 2_000;
  public static final int CURVE_BINS = 10_000;
  public static final int CELLS = 6_000;

  /** Accounts far from the curve that are looked at, and shown in each list. */
  public static final int FAR = 400;

  public static final int STANDOUTS = 15;
  public static final int CLUSTERS = 40;
  public static final int GROUPS = 20;
  public static final int NODES = 60;

  /** Of these those whose posts a group engages without their being members. */
  public static final int TARGETS = 20;

  public static final int EDGES = 200;
  public static final int DOUBTED = 200;
  public static final int SILENCES = 40;

  /** Bands in one picture, variants of one picture, and rows in one table of bands. */
  public static final int BANDS_DRAWN = 40;

  public static final int VARIANTS = 24;

  public static final int BAND_ROWS = 200;

  private ReportLimits() {}
}
