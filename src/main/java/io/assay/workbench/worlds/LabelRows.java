package io.assay.workbench.worlds;

import io.assay.contracts.Feeds;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;

/** What every account is, in the last delivery. */
final class LabelRows extends FeedRows {
  private static final long serialVersionUID = 1L;

  /** In one delivery. */
  LabelRows(Society society) {
    this(society, Deliveries.one(society));
  }

  LabelRows(Society society, Deliveries deliveries) {
    super(
        Feeds.LABELS,
        List.of(
            "platform",
            "account_id",
            "label",
            "group_id",
            "role",
            "class",
            "strength",
            "camouflage",
            "source"),
        society,
        deliveries);
  }

  @Override
  void of(int index, Consumer<Row> rows) {
    Truth truth = Truth.of(society.person(index), society);
    rows.accept(
        row(deliveries.last())
            .set("platform", society.world().population.platform().id())
            .set("account_id", names.account(index))
            .set("label", truth.role().label)
            .set("group_id", truth.group())
            .set("role", truth.role().part)
            .set("class", truth.role().sort)
            .set("strength", truth.strength())
            .set("camouflage", truth.camouflage())
            .set("source", "world " + society.world().name())
            .row());
  }
}
