package io.assay.bench;

import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** {@link EngagementSql} by two engines, on the Parquet files of the lake, written as Parquet. */
final class SqlEngines {
  private final SparkSession spark;
  private final PipelineWorkload lake;
  private final Settings settings;
  private final LocalDate day;

  SqlEngines(SparkSession spark, PipelineWorkload lake, Settings settings, LocalDate day) {
    this.spark = spark;
    this.lake = lake;
    this.settings = settings;
    this.day = day;
  }

  /** Spark, in the session of the benchmark. */
  void spark(Path out) {
    EngagementSql sql = new EngagementSql(EngagementSql.Dialect.SPARK, settings, day);
    lake.slice(SilverTables.POST).createOrReplaceTempView("post");
    lake.slice(SilverTables.ACCOUNT).createOrReplaceTempView("account");
    String rates = out.resolve("accounts").toString();
    spark.sql(sql.accounts()).write().mode(SaveMode.Overwrite).parquet(rates);
    spark.read().parquet(rates).createOrReplaceTempView("rates");
    spark
        .sql(sql.bands())
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(out.resolve("bands").toString());
  }

  /** DuckDB, in this process, on as many threads as Spark has cores. */
  void duckdb(Path out) {
    EngagementSql sql = new EngagementSql(EngagementSql.Dialect.DUCKDB, settings, day);
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = " + spark.sparkContext().defaultParallelism());
      statement.execute("SET preserve_insertion_order = false");
      statement.execute("SET temp_directory = " + text(out.resolve("spill").toString()));
      statement.execute("CREATE VIEW post AS " + scan(SilverTables.POST));
      statement.execute("CREATE VIEW account AS " + scan(SilverTables.ACCOUNT));
      statement.execute("CREATE TABLE rates AS " + sql.accounts());
      copy(statement, "FROM rates", out.resolve("accounts.parquet"));
      copy(statement, sql.bands(), out.resolve("bands.parquet"));
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB refuses: " + e.getMessage(), e);
    }
  }

  private String scan(Table table) {
    return Arrays.stream(lake.slice(table).inputFiles())
        .map(file -> text(Path.of(java.net.URI.create(file)).toString()))
        .collect(Collectors.joining(", ", "FROM read_parquet([", "])"));
  }

  private static void copy(Statement statement, String query, Path file) throws SQLException {
    statement.execute("COPY (" + query + ") TO " + text(file.toString()) + " (FORMAT parquet)");
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
