package io.assay.assessment;

import static org.apache.spark.sql.functions.col;

import io.assay.contracts.AssessmentTables;
import io.assay.contracts.EngagementTables;
import io.assay.contracts.EvidenceTables;
import io.assay.contracts.ModelTables;
import io.assay.contracts.Table;
import io.assay.job.Job;
import io.assay.job.JobContext;
import io.assay.job.Stage;
import io.assay.settings.AssessmentSettings;
import io.assay.statistics.WideRows;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Says of every account how likely each kind of fraud is, and why.
 *
 * <p>Input: the day's evidence by family and by signal, followers and bands, and the models of
 * {@code ops.model} that the settings name. Output: {@code gold.account_assessment}. Algorithm: of
 * each kind the families' Fisher probabilities are mapped to a likelihood; see {@link Assessor}.
 * Cost: each input is exchanged by account once.
 */
public final class AssessmentJob {
  private static final List<Table> READS =
      List.of(
          EvidenceTables.ACCOUNT_FAMILY_EVIDENCE,
          EvidenceTables.ACCOUNT_EVIDENCE,
          EngagementTables.ACCOUNT_ENGAGEMENT);

  public static final Job JOB =
      new Job(
          new Stage(
              "assessment",
              "Says of every account how likely each kind of fraud is, and why.",
              READS,
              List.of(ModelTables.MODEL),
              List.of(AssessmentTables.ACCOUNT_ASSESSMENT),
              List.of(AssessmentSettings.class)),
          AssessmentJob::run);

  private AssessmentJob() {}

  private static void run(JobContext context) {
    AssessmentSettings settings = context.settings(AssessmentSettings.class);
    List<KindEvidence> kinds = FittedModels.of(settings, named(context, settings));
    Dataset<Row> accounts =
        AccountFindings.of(
            context.today(EvidenceTables.ACCOUNT_FAMILY_EVIDENCE),
            context.today(EngagementTables.ACCOUNT_ENGAGEMENT),
            context.today(EvidenceTables.ACCOUNT_EVIDENCE));
    context
        .sink()
        .replace(
            AssessmentTables.ACCOUNT_ASSESSMENT,
            WideRows.map(accounts, new Assessor(kinds, settings.flagAtLeast()), Assessor.SCHEMA));
  }

  /** The rows of the models that are named; nothing is read where none is. */
  private static List<Row> named(JobContext context, AssessmentSettings settings) {
    if (settings.models().isEmpty()) {
      return List.of();
    }
    return context
        .undated(ModelTables.MODEL)
        .where(col("model").isInCollection(settings.models().values()))
        .select(FittedModels.COLUMNS.stream().map(name -> col(name)).toArray(Column[]::new))
        .distinct()
        .collectAsList();
  }
}
