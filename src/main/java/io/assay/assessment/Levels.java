package io.assay.assessment;

import io.assay.contracts.AssessmentEvidenceTables;
import io.assay.contracts.Kind;
import io.assay.contracts.RowLayout;
import io.assay.contracts.TableRow;
import io.assay.peers.KindModel;
import io.assay.statistics.LikelihoodModel;
import io.assay.statistics.ShareOfKind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * How common each kind is on each platform, and how far that shifts the odds; see {@link
 * ShareOfKind}.
 *
 * @param byPlatform of each platform, of kinds
 */
record Levels(TreeMap<String, TreeMap<Kind, Level>> byPlatform) implements Serializable {

  /** Assessed accounts of a platform from which on a share is estimated. */
  static final int LEAST = 1_000;

  private static final RowLayout LAYOUT =
      RowLayout.measured(AssessmentEvidenceTables.ASSESSMENT_LEVEL);

  /** Columns of {@code gold.assessment_level} but the day and the run. */
  static final StructType SCHEMA = LAYOUT.schema();

  /**
   * The level of a kind.
   *
   * @param assessed accounts whose likelihood is known
   * @param uncorrected their mean likelihood at the model's base rate; null without any
   * @param share that is estimated; null where none is
   * @param reason why there is none, or what limits it; null otherwise
   * @param shift of the logarithm of odds
   */
  record Level(long assessed, Double uncorrected, Double share, String reason, double shift)
      implements Serializable {

    static Level of(Map<Integer, Long> logits, double baseRate) {
      long n = logits.values().stream().mapToLong(Long::longValue).sum();
      if (n < LEAST) {
        String reason =
            "%,d accounts of the platform could be assessed, %,d are needed".formatted(n, LEAST);
        return new Level(n, n == 0 ? null : ShareOfKind.mean(logits, 0), null, reason, 0);
      }
      double share = ShareOfKind.of(logits, baseRate);
      String reason =
          share < ShareOfKind.MOST
              ? null
              : "half of the platform or more looks like this: of so many it cannot be said what is"
                  + " usual, and the share is left at one half";
      double shift = LikelihoodModel.logit(share) - LikelihoodModel.logit(baseRate);
      return new Level(n, ShareOfKind.mean(logits, 0), share, reason, shift);
    }
  }

  /**
   * @param platforms that have accounts
   * @param counts platform, title of a kind, bin, n: accounts by {@link ShareOfKind#bin}, each once
   */
  static Levels of(List<String> platforms, List<Row> counts, KindModels models) {
    Map<String, Map<Kind, TreeMap<Integer, Long>>> gathered = new HashMap<>();
    for (Row row : counts) {
      gathered
          .computeIfAbsent(row.getString(0), p -> new HashMap<>())
          .computeIfAbsent(Kind.of(row.getString(1)), k -> new TreeMap<>())
          .put(row.getInt(2), row.getLong(3));
    }
    TreeMap<String, TreeMap<Kind, Level>> levels = new TreeMap<>();
    for (String platform : platforms) {
      TreeMap<Kind, Level> kinds = new TreeMap<>();
      for (KindModel model : models.of(platform)) {
        TreeMap<Integer, Long> bins =
            gathered.getOrDefault(platform, Map.of()).getOrDefault(model.kind(), new TreeMap<>());
        kinds.put(model.kind(), Level.of(bins, model.settings().baseRate()));
      }
      levels.put(platform, kinds);
    }
    return new Levels(levels);
  }

  /** What is added to the logarithm of odds of a kind on a platform. */
  double shift(String platform, Kind kind) {
    return byPlatform.get(platform).get(kind).shift();
  }

  /** The levels as {@link #SCHEMA}. */
  List<Row> rows(KindModels models) {
    List<Row> rows = new ArrayList<>();
    byPlatform.forEach(
        (platform, kinds) ->
            models.of(platform).forEach(m -> rows.add(row(platform, m, kinds.get(m.kind())))));
    return rows;
  }

  private static Row row(String platform, KindModel model, Level level) {
    TableRow row = LAYOUT.row();
    return row.set("platform", platform)
        .set("kind", model.kind().title())
        .set("model", model.settings().model())
        .set("base_rate", model.settings().baseRate())
        .set("intercept", model.settings().intercept())
        .set("assessed", level.assessed())
        .set("share_uncorrected", level.uncorrected())
        .set("share", level.share())
        .set("share_reason", level.reason())
        .set("shift", level.shift())
        .row();
  }
}
