package io.assay.workbench.evaluation;

/** Names of metrics, as they stand in {@code ops.evaluation}. */
public final class Metrics {
  public static final String PREVALENCE = "prevalence";
  public static final String COVERAGE = "coverage";
  public static final String AVERAGE_PRECISION = "average_precision";
  public static final String ROC_AUC = "roc_auc";
  public static final String PRECISION_AT_R = "precision_at_r";
  public static final String RECALL_AT_99_PRECISION = "recall_at_99_precision";
  public static final String LOG_LOSS = "log_loss";
  public static final String LOG_LOSS_OF_BASE_RATE = "log_loss_of_base_rate";
  public static final String CALIBRATION_SLOPE = "calibration_slope";
  public static final String CALIBRATION_INTERCEPT = "calibration_intercept";
  public static final String MEAN_LIKELIHOOD = "mean_likelihood";
  public static final String SHARE_POSITIVE = "share_positive";
  public static final String FLAG_PRECISION = "flag_precision";
  public static final String FLAG_RECALL = "flag_recall";
  public static final String FALSE_FLAG_RATE = "false_flag_rate";
  public static final String FALSE_FLAGS = "false_flags";
  public static final String GROUP_PRECISION = "group_precision";
  public static final String GROUP_RECALL = "group_recall";
  public static final String GROUP_F1 = "group_f1";
  public static final String MATCHED_F1 = "matched_f1";
  public static final String NMI = "normalized_mutual_information";

  private Metrics() {}
}
