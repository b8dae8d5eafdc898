package io.assay.workbench.worlds;

import io.assay.contracts.Feeds;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What every account is. */
final class LabelRows extends FeedRows {
  private static final long serialVersionUID = 1L;

  LabelRows(Society society) {
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
        society);
  }

  @Override
  void of(int index, Consumer<Row> rows) {
    Truth truth = Truth.of(society.person(index), society);
    rows.accept(
        RowFactory.create(
            society.world().population.platform().id(),
            names.account(index),
            truth.role().label,
            truth.group(),
            truth.role().part,
            truth.role().sort,
            truth.strength(),
            truth.camouflage(),
            "world " + society.world().name()));
  }
}
