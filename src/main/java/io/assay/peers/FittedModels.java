package io.assay.peers;

import static org.apache.spark.sql.functions.col;

import io.assay.contracts.Kind;
import io.assay.contracts.ModelTables;
import io.assay.contracts.UserError;
import io.assay.job.JobContext;
import io.assay.settings.AssessmentSettings;
import io.assay.settings.LikelihoodSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** The models by which kinds are judged: those that settings name, else those they hold. */
public final class FittedModels {

  /** What is read of {@code ops.model}. */
  private static final List<String> COLUMNS = List.of("model", "kind", "type", "parameters");

  private FittedModels() {}

  /**
   * Those of a job that declares the settings of the assessment and may read {@code ops.model}; of
   * that nothing is read where no model is named.
   *
   * @return one a kind, in the order of kinds
   * @throws UserError if a model that is named is not held, or is none of a likelihood
   */
  public static List<KindModel> of(JobContext context) {
    AssessmentSettings settings = context.settings(AssessmentSettings.class);
    if (settings.models().isEmpty()) {
      return of(settings, List.of());
    }
    return of(
        settings,
        context
            .undated(ModelTables.MODEL)
            .where(col("model").isInCollection(settings.models().values()))
            .select(COLUMNS.stream().map(name -> col(name)).toArray(Column[]::new))
            .distinct()
            .collectAsList());
  }

  /**
   * @param held rows of {@link #COLUMNS} of the models that are named
   * @return one a kind, in the order of kinds
   * @throws UserError if a model that is named is not held, or is none of a likelihood
   */
  public static List<KindModel> of(AssessmentSettings settings, List<Row> held) {
    List<KindModel> kinds = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      String named = settings.models().get(kind);
      LikelihoodSettings model =
          named == null ? settings.likelihood().get(kind) : fitted(named, kind, held);
      kinds.add(KindModel.of(kind, model));
    }
    return List.copyOf(kinds);
  }

  private static LikelihoodSettings fitted(String name, Kind kind, List<Row> held) {
    Optional<Row> row =
        held.stream()
            .filter(r -> r.getString(0).equals(name) && r.getString(1).equals(kind.title()))
            .findFirst();
    String setting = "assessment.models." + kind.title();
    if (row.isEmpty()) {
      List<String> of =
          held.stream()
              .filter(r -> r.getString(0).equals(name))
              .map(r -> r.getString(1))
              .distinct()
              .sorted()
              .toList();
      throw new UserError(
          setting
              + " names the model "
              + name
              + ", and "
              + ModelTables.MODEL.id()
              + (of.isEmpty()
                  ? " of this lake holds none of that name"
                  : " holds it of " + String.join(", ", of) + " only"),
          "Fit it with `assay calibrate`, correct the name, or leave out " + setting + ".");
    }
    String type = row.get().getString(2);
    if (!ModelTables.LOGISTIC.equals(type)) {
      throw new UserError(
          setting + " names the model " + name + ", which is of type " + type,
          "Name one of type " + ModelTables.LOGISTIC + ", or leave out " + setting + ".");
    }
    return LikelihoodSettings.parse(name, kind, row.get().getString(3));
  }
}
