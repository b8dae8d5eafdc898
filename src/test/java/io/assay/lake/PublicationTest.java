package io.assay.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.Constraint;
import io.assay.contracts.Field;
import io.assay.contracts.QualityGateError;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.job.Aside;
import io.assay.job.CheckResult;
import io.assay.job.Published;
import io.assay.job.RunRecord;
import io.assay.job.Slice;
import io.assay.lake.delta.Partitions;
import io.assay.lake.delta.TableState;
import io.assay.testing.Silent;
import io.assay.testing.SparkFixture;
import io.assay.testing.TestLake;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What publishing a slice does to its table, and what a failed check leaves. */
class PublicationTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final Table TABLE =
      new Table(
          Table.Layer.GOLD,
          "sample",
          "For tests.",
          List.of(
              Field.required("id", DataTypes.StringType, "key"),
              Field.optional("n", DataTypes.LongType, "a count"),
              Field.optional("tags", DataTypes.createArrayType(DataTypes.StringType), "a list"),
              Field.required("as_of", DataTypes.DateType, "day"),
              Field.required("run_id", DataTypes.StringType, "run")),
          List.of("as_of", "id"),
          List.of("as_of"),
          List.of(
              Constraint.fail("n_not_negative", "n >= 0", "counts cannot be negative"),
              Constraint.warn("n_small", "n < 100", "odd")));

  @TempDir private Path folder;
  private Lake lake;

  @BeforeEach
  void open() {
    lake = new TestLake(folder).lake();
  }

  @Test
  void aRerunGivesTheSameHashAndTouchesNoOtherDay() {
    Published tuesday = publish(TUESDAY, "('a', 9L, null)");
    Published first = publish(MONDAY, "('a', 1L, array('x')), ('b', null, null)");
    Published again = publish(MONDAY, "('b', null, null), ('a', 1L, array('x'))");
    Published third = publish(MONDAY, "('a', 1L, array('x')), ('b', null, null)");
    assertThat(again.contentHash()).isEqualTo(first.contentHash());
    assertThat(third.contentHash()).isEqualTo(first.contentHash());
    assertThat(third.version()).isEqualTo(tuesday.version() + 3);
    assertThat(ids(MONDAY)).containsExactly("a", "b");
    assertThat(ids(TUESDAY)).containsExactly("a");
    assertThat(read().where("as_of = '2026-10-06'").select("run_id").distinct().count()).isOne();
  }

  @Test
  void theHashTellsContentsApart() {
    String hash = publish(MONDAY, "('a', 1L, null), ('b', null, null)").contentHash();
    assertThat(publish(MONDAY, "('a', null, null), ('b', 1L, null)").contentHash())
        .isNotEqualTo(hash);
    assertThat(publish(MONDAY, "('a', 1L, null), ('b', 0L, null)").contentHash())
        .isNotEqualTo(hash);
    assertThat(publish(MONDAY, "('a', 1L, null)").contentHash()).isNotEqualTo(hash);
    assertThat(publish(MONDAY, "('a', 1L, array('x', null)), ('b', null, null)").contentHash())
        .isNotEqualTo(
            publish(MONDAY, "('a', 1L, array(null, 'x')), ('b', null, null)").contentHash());
  }

  @Test
  void aFailedCheckLeavesTheTableAsItWas() throws IOException {
    publish(MONDAY, "('a', 1L, null)");
    RunRecord record = new RunRecord("run", "test");
    assertThatThrownBy(
            () -> publish(record, MONDAY, "('b', -1L, null), ('c', -2L, null), ('d', 1L, null)"))
        .isInstanceOf(QualityGateError.class)
        .hasMessageContaining("gold.sample as_of=2026-10-05 was not published")
        .hasMessageContaining("n_not_negative (2 of 3 rows)");
    assertThatThrownBy(
            () -> publish(record, MONDAY, "('b', 1L, null), ('b', 2L, null), ('b', 3L, null)"))
        .isInstanceOf(QualityGateError.class)
        .hasMessageContaining("key_unique (2 of 3 rows)");
    assertThatThrownBy(() -> publish(record, MONDAY, "(null, 1L, null)"))
        .isInstanceOf(QualityGateError.class)
        .hasMessageContaining("id_required (1 of 1 rows)");
    assertThat(ids(MONDAY)).containsExactly("a");
    assertThat(record.published()).isEmpty();
    assertThat(record.checks()).hasSize(3);
    assertThat(filesOnDisk()).as("what fails leaves no file").isEqualTo(filesOfTable());
  }

  @Test
  void aWarningIsRecordedAndPublished() {
    RunRecord record = new RunRecord("run", "test");
    publish(record, MONDAY, "('a', 100L, null)");
    assertThat(record.checks().get(0).results())
        .filteredOn(c -> !c.passed())
        .extracting(CheckResult::name, CheckResult::violations)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("n_small", 1L));
    assertThat(ids(MONDAY)).containsExactly("a");
  }

  @Test
  void aSliceThatIsNotCommittedIsNotSeen() throws IOException {
    publish(MONDAY, "('a', 1L, null)");
    try (LakeSink sink = sink(new RunRecord("killed", "test"), MONDAY)) {
      assertThat(sink.stage(TABLE, rows("('z', 1L, null)"), Aside.NOTHING).rows()).isOne();
      assertThat(filesOnDisk()).isNotEqualTo(filesOfTable());
    }
    assertThat(filesOnDisk()).as("whatever kept it from being published").isEqualTo(filesOfTable());
    assertThat(ids(MONDAY)).containsExactly("a");
    publish(MONDAY, "('b', 1L, null)");
    assertThat(ids(MONDAY)).containsExactly("b");
  }

  @Test
  void anEmptySliceIsPublishedAsEmpty() {
    publish(MONDAY, "('a', 1L, null)");
    RunRecord record = new RunRecord("run", "test");
    try (LakeSink sink = sink(record, MONDAY)) {
      sink.replace(TABLE, rows("('a', 1L, null)").where("false"));
    }
    assertThat(record.published().get(0).rows()).isZero();
    assertThat(ids(MONDAY)).isEmpty();
  }

  @Test
  void otherReadersNeedNoFeatures() {
    publish(MONDAY, "('a', 1L, null)");
    Row detail =
        SparkFixture.spark().sql("DESCRIBE DETAIL delta.`" + lake.path(TABLE) + "`").head();
    assertThat((int) detail.getAs("minReaderVersion")).isOne();
    assertThat(detail.<String>getAs("description")).isEqualTo("For tests.");
    assertThat(read().schema().apply("n").getComment().get()).isEqualTo("a count");
  }

  @Test
  void anOldTableReadsWithTheColumnsThatCameLater() {
    publish(MONDAY, "('a', 1L, null)");
    List<Field> more = new java.util.ArrayList<>(TABLE.fields());
    more.add(2, Field.optional("later", DataTypes.DoubleType, "came later"));
    Table widened =
        new Table(
            TABLE.layer(),
            TABLE.name(),
            TABLE.comment(),
            more,
            TABLE.key(),
            TABLE.partitionBy(),
            TABLE.constraints());
    LakeSource source =
        new LakeSource(
            SparkFixture.spark(),
            lake,
            List.of(widened),
            List.of(),
            new RunRecord("run", "test"),
            PublishedSlices.none());
    assertThat(source.read(widened, null, MONDAY).select("id", "later").head().isNullAt(1))
        .isTrue();
    RunRecord record = new RunRecord("run", "test");
    try (LakeSink sink =
        new LakeSink(
            SparkFixture.spark(),
            lake,
            List.of(widened),
            Slice.of(TUESDAY),
            record,
            Silent.progress())) {
      sink.replace(widened, rows("('b', 1L, null)").withColumn("later", functions.lit(2.5)));
    }
    assertThat(read().orderBy("id").select("later").collectAsList())
        .extracting(r -> r.get(0))
        .containsExactly(null, 2.5);
  }

  @Test
  void aFileSystemThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Lake.open(SparkFixture.spark(), "s3a://bucket/lake"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "lake s3a://bucket/lake cannot be reached: Class"
                + " org.apache.hadoop.fs.s3a.S3AFileSystem not found");
  }

  @Test
  void aTableTakesOverTheRulesThatHoldNow() {
    publish(MONDAY, "('a', 1L, null)");
    Table laxer =
        new Table(
            TABLE.layer(),
            TABLE.name(),
            TABLE.comment(),
            TABLE.fields(),
            TABLE.key(),
            TABLE.partitionBy(),
            List.of(Constraint.fail("n_not_odd", "n % 2 = 0", "counts come in pairs")));
    RunRecord later = new RunRecord("later", "test");
    try (LakeSink sink =
        new LakeSink(
            SparkFixture.spark(),
            lake,
            List.of(laxer),
            Slice.of(MONDAY),
            later,
            Silent.progress())) {
      sink.replace(laxer, rows("('b', -2L, null)"));
      assertThatThrownBy(() -> sink.replace(laxer, rows("('c', 1L, null)")))
          .hasMessageContaining("n_not_odd (1 of 1 rows)");
    }
    assertThat(ids(MONDAY)).containsExactly("b");
  }

  private Published publish(LocalDate day, String values) {
    RunRecord record = new RunRecord("run-" + values.hashCode(), "test");
    publish(record, day, values);
    return record.published().get(0);
  }

  private void publish(RunRecord record, LocalDate day, String values) {
    try (LakeSink sink = sink(record, day)) {
      sink.replace(TABLE, rows(values));
    }
  }

  private LakeSink sink(RunRecord record, LocalDate day) {
    return new LakeSink(
        SparkFixture.spark(), lake, List.of(TABLE), Slice.of(day), record, Silent.progress());
  }

  private static Dataset<Row> rows(String values) {
    return SparkFixture.spark().sql("SELECT * FROM VALUES " + values + " AS t(id, n, tags)");
  }

  private Dataset<Row> read() {
    return SparkFixture.spark().read().format("delta").load(lake.path(TABLE));
  }

  private List<String> filesOnDisk() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(URI.create(lake.path(TABLE))))) {
      return all.map(file -> file.toUri().getPath())
          .filter(file -> file.endsWith(".parquet") && !file.contains("_delta_log"))
          .sorted()
          .toList();
    }
  }

  private List<String> filesOfTable() {
    return TableState.of(SparkFixture.spark(), lake.path(TABLE)).files(Partitions.all()).stream()
        .map(file -> URI.create(file.path()).getPath())
        .sorted()
        .toList();
  }

  private List<String> ids(LocalDate day) {
    return read().where("as_of = '" + day + "'").orderBy("id").collectAsList().stream()
        .map(r -> r.<String>getAs("id"))
        .toList();
  }
}
