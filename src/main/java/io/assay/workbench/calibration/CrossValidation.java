package io.assay.workbench.calibration;

import io.assay.contracts.Kind;
import io.assay.workbench.evaluation.Bootstrap;
import io.assay.workbench.evaluation.ColumnRole;
import io.assay.workbench.evaluation.Evaluated;
import io.assay.workbench.evaluation.EvaluatedTable;
import io.assay.workbench.evaluation.Evaluation;
import io.assay.workbench.evaluation.EvaluationRequest;
import io.assay.workbench.evaluation.Labels;
import io.assay.workbench.evaluation.Positives;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How good the likelihoods of a kind are on accounts to which their map was not fitted. */
final class CrossValidation {
  private static final Bootstrap INTERVALS = new Bootstrap(200, 1);

  private CrossValidation() {}

  /**
   * @param judged platform, account_id, likelihood (double), see {@link Calibration#crossValidated}
   * @param bands platform, account_id, band of every account
   * @return metrics of the whole and of each band, with 95 % intervals
   */
  static Evaluated of(Kind kind, Dataset<Row> judged, Labels labels, Dataset<Row> bands) {
    Dataset<Row> withBands = judged.join(bands, new String[] {"platform", "account_id"}, "left");
    EvaluationRequest request =
        new EvaluationRequest(
            List.of(new EvaluationRequest.Measured("likelihood", ColumnRole.LIKELIHOOD)),
            Positives.ofLabels(List.of(kind.title())),
            false,
            null,
            null,
            List.of(EvidenceOfDay.BAND),
            INTERVALS);
    return Evaluation.of(
        new EvaluatedTable(withBands, "cross-validated likelihoods", null, null), labels, request);
  }
}
