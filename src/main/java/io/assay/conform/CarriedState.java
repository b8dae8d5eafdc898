package io.assay.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.assay.contracts.Table;
import io.assay.job.CheckResult;
import io.assay.job.DataFile;
import io.assay.job.JobContext;
import io.assay.job.Lineage;
import io.assay.job.RepeatedKeys;
import io.assay.job.RunsSpark;
import io.assay.settings.ConformSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A state that is carried forward: the newest earlier one whose deliveries are still the same files
 * stands for them, and only what was delivered since is read. An observation belongs to the window
 * by the time at which it was made, so that one that leaves the window leaves no older one behind.
 */
@RunsSpark
final class CarriedState {
  private static final long SMALL_BYTES = 4L << 20;

  private final JobContext context;
  private final Table observations;
  private final Table state;
  private final ConformSettings settings;

  CarriedState(JobContext context, Table observations, Table state) {
    this.context = context;
    this.observations = observations;
    this.state = state;
    this.settings = context.settings(ConformSettings.class);
  }

  /**
   * @param latest makes the state out of observations and of rows of an earlier state alike
   */
  void publish(UnaryOperator<Dataset<Row>> latest) {
    publish(latest, null, List::of);
  }

  /**
   * @param latest makes the state out of observations and of rows of an earlier state alike
   * @param once does so where no key repeats, at less cost; null if it would cost the same. Where
   *     an earlier state is carried forward keys will repeat, and are not compared beforehand.
   * @param found what was found while the state was made
   */
  void publish(
      UnaryOperator<Dataset<Row>> latest,
      UnaryOperator<Dataset<Row>> once,
      Supplier<List<CheckResult>> found) {
    LocalDate day = context.asOf();
    LocalDate earlier = standing();
    Column inWindow = col("crawled_at").geq(lit(settings.windowStart(day)).cast("timestamp"));
    LocalDate since = earlier == null ? settings.windowStart(day) : earlier.plusDays(1);
    Dataset<Row> delivered = context.source().readIfHeld(observations, since, day).where(inWindow);
    Dataset<Row> seen = ObservedRows.ofDeliveries(delivered, state);
    if (earlier != null) {
      Dataset<Row> carried = context.source().read(state, earlier, earlier).where(inWindow);
      seen = seen.unionByName(ObservedRows.ofState(carried, state, settings.windowStart(day)));
    }
    boolean simple =
        once != null
            && earlier == null
            && isLarge(since, day)
            && RepeatedKeys.areUnique(seen, identity());
    UnaryOperator<Dataset<Row>> made = simple ? once : latest;
    context.sink().replace(state, day, made.apply(seen), null, inputs(day), found);
  }

  /** Of few observations a shuffle costs less than looking whether it is needed. */
  private boolean isLarge(LocalDate first, LocalDate last) {
    return context.source().files(observations, first, last, null).stream()
            .mapToLong(DataFile::bytes)
            .sum()
        > SMALL_BYTES;
  }

  /** The state's key within its day. */
  private List<String> identity() {
    return state.key().stream().filter(name -> !name.equals("as_of")).toList();
  }

  /**
   * The newest earlier day in the window whose state was made of files that are all still there.
   */
  private LocalDate standing() {
    Lineage lineage = context.source().lineage(state);
    for (LocalDate day = context.asOf().minusDays(1);
        !day.isBefore(settings.windowStart(context.asOf()));
        day = day.minusDays(1)) {
      if (lineage.inputsHash().get(day) != null && lineage.stands(day, inputs(day))) {
        return day;
      }
    }
    return null;
  }

  private String inputs(LocalDate day) {
    List<DataFile> files =
        context.source().files(observations, settings.windowStart(day), day, null);
    return Lineage.hash(
        files,
        List.of(
            "window_days=" + settings.windowDays(),
            "keep_known_days=" + settings.keepKnownDays(),
            "max_history=" + settings.maxHistory(),
            "columns=" + state.schema().catalogString()));
  }
}
