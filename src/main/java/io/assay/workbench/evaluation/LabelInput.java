package io.assay.workbench.evaluation;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.BronzeTables;
import io.assay.contracts.Feeds;
import io.assay.contracts.Field;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.job.RunsSpark;
import io.assay.lake.Lake;
import io.assay.lake.LocalFiles;
import io.assay.lake.PinnedTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Where labels are.
 *
 * @param path file or folder of a labels feed, or a crawl with one; null for those of the lake
 * @param asOf of the lake's labels, what was known up to this day; null for all
 * @param source only labels of this source; null for all
 */
@RunsSpark
public record LabelInput(String path, LocalDate asOf, String source) {
  private static final String OPTION = "--labels";
  private static final String FEED = Feeds.LABELS.name();
  private static final List<Field> FIELDS = Feeds.LABELS.fields();

  /** So many sources are told to somebody who asked for one that is not there. */
  private static final int SOURCES_TOLD = 10;

  /** The same labels, of the lake's as they were known on a day. */
  public LabelInput on(LocalDate day) {
    return new LabelInput(path, day, source);
  }

  /**
   * Looks, if it can be done without Spark, whether there are labels.
   *
   * @param hasLake whether there will be a lake to read them from
   * @throws UserError if there is nothing to read
   */
  public void requireThere(boolean hasLake) {
    if (path == null) {
      requireLake(hasLake);
      return;
    }
    DataFiles given = new DataFiles(OPTION, path);
    LocalFiles.of(path).map(fs -> given.orFolder(fs, FEED)).ifPresent(DataFiles::requireThere);
  }

  private static void requireLake(boolean hasLake) {
    if (!hasLake) {
      throw new UserError("no labels are given", "Give --labels PATH, or --lake DIR.");
    }
  }

  /**
   * @param lake may be null where there is a path
   * @throws UserError if there is no label, or one that cannot be
   */
  public Labels read(SparkSession spark, Lake lake) {
    Labels labels = path == null ? ofLake(spark, lake) : ofFiles(spark);
    Dataset<Row> rows = labels.rows();
    if (source != null) {
      Dataset<Row> all = rows;
      rows = rows.where(col("source").equalTo(source));
      if (rows.isEmpty() && !all.isEmpty()) {
        throw new UserError(
            labels.name() + " holds no label of the source '" + source + "'", sources(all));
      }
    }
    requireUsable(rows, labels.name());
    return new Labels(typed(rows), labels.name(), labels.version());
  }

  private static String sources(Dataset<Row> labels) {
    List<String> sources =
        labels
            .select("source")
            .where(col("source").isNotNull())
            .distinct()
            .orderBy("source")
            .limit(SOURCES_TOLD + 1)
            .as(Encoders.STRING())
            .collectAsList();
    if (sources.isEmpty()) {
      return "None of its labels states a source; leave --label-source out.";
    }
    boolean more = sources.size() > SOURCES_TOLD;
    return "Sources are "
        + String.join(", ", more ? sources.subList(0, SOURCES_TOLD) : sources)
        + (more ? " and others." : ".");
  }

  private Labels ofFiles(SparkSession spark) {
    DataFiles files = new DataFiles(OPTION, path).orFolder(spark, FEED);
    StructType schema = new StructType();
    for (Field field : FIELDS) {
      schema = schema.add(field.name(), DataTypes.StringType);
    }
    DataFiles.Read read = files.read(spark, schema);
    return new Labels(shaped(read.rows()), path, read.version());
  }

  private Labels ofLake(SparkSession spark, Lake lake) {
    requireLake(lake != null);
    if (asOf != null && lake.holds(SilverTables.LABEL)) {
      PinnedTable pinned = PinnedTable.open(spark, lake.path(SilverTables.LABEL));
      Dataset<Row> ofDay = pinned.rows().where(col("as_of").equalTo(lit(asOf)));
      if (!ofDay.isEmpty()) {
        return labels(SilverTables.LABEL, ofDay, pinned);
      }
    }
    if (!lake.holds(BronzeTables.LABEL)) {
      throw new UserError(
          "lake " + lake.root() + " holds no label",
          "Ingest a crawl with a labels feed, or give --labels PATH.");
    }
    PinnedTable pinned = PinnedTable.open(spark, lake.path(BronzeTables.LABEL));
    Column known = asOf == null ? lit(true) : col("crawl_date").leq(lit(asOf));
    return labels(BronzeTables.LABEL, latest(pinned.rows().where(known)), pinned);
  }

  private static Labels labels(Table table, Dataset<Row> rows, PinnedTable pinned) {
    return new Labels(shaped(rows), table.id(), pinned.version());
  }

  /** Of each label the delivery that came last, as in silver. */
  private static Dataset<Row> latest(Dataset<Row> delivered) {
    Column[] key = Feeds.LABELS.key().stream().map(functions::col).toArray(Column[]::new);
    Column[] all = FIELDS.stream().map(Field::col).toArray(Column[]::new);
    return delivered
        .groupBy(key)
        .agg(max_by(struct(all), struct(col("crawl_date"), col("crawl_id"))).as("latest"))
        .select("latest.*");
  }

  /** The feed's columns as texts; what is missing is null. */
  private static Dataset<Row> shaped(Dataset<Row> rows) {
    List<String> present = Arrays.asList(rows.columns());
    return rows.select(
        FIELDS.stream()
            .map(
                f -> (present.contains(f.name()) ? f.col() : lit(null)).cast("string").as(f.name()))
            .toArray(Column[]::new));
  }

  private static Dataset<Row> typed(Dataset<Row> texts) {
    return texts.select(
        FIELDS.stream().map(f -> f.col().try_cast(f.type()).as(f.name())).toArray(Column[]::new));
  }

  private static void requireUsable(Dataset<Row> rows, String name) {
    Column keyed =
        Stream.of("platform", "account_id", "label")
            .map(c -> col(c).isNotNull())
            .reduce(Column::and)
            .orElseThrow();
    Column known =
        col("label")
            .isin(
                Stream.concat(LabelledAccounts.KINDS.stream(), Stream.of(LabelledAccounts.GENUINE))
                    .toArray());
    Column strength = EvaluatedTable.number("strength");
    Column noShare =
        not(strength.between(0, 1)).or(col("strength").isNotNull().and(strength.isNull()));
    Row found =
        rows.agg(
                functions.count(lit(1)),
                counted(not(keyed)),
                counted(not(known)),
                ColumnChecks.example(not(known), col("label")),
                counted(noShare),
                ColumnChecks.example(noShare, col("strength")))
            .head();
    if (found.getLong(0) == 0) {
      throw new UserError(name + " holds no label", "Check --labels, --label-source and --as-of.");
    }
    if (found.getLong(1) > 0) {
      throw new UserError(
          name
              + " holds rows without platform, account_id or label ("
              + found.getLong(1)
              + " in all)",
          "A labels feed has platform, account_id and label; see feeds.md.");
    }
    if (found.getLong(2) > 0) {
      throw new UserError(
          name
              + " holds labels of no known kind"
              + ColumnChecks.inAll(found.getLong(2))
              + found.getString(3),
          "Labels are genuine, " + String.join(", ", LabelledAccounts.KINDS) + ".");
    }
    if (found.getLong(4) > 0) {
      throw new UserError(
          name
              + " holds strengths that are no number from 0 to 1"
              + ColumnChecks.inAll(found.getLong(4))
              + found.getString(5),
          "Strength is a share; leave it empty where it is unknown.");
    }
  }

  private static Column counted(Column condition) {
    return coalesce(sum(when(condition, 1L)), lit(0L));
  }
}
