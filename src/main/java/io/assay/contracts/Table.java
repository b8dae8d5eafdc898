package io.assay.contracts;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table's contract: what it holds, the meaning of every column, what identifies a row, how it is
 * partitioned and what every row obeys.
 *
 * @param layer where it stands in the flow
 * @param name table name, also the name of its folder
 * @param comment grain and purpose
 * @param fields columns in order
 * @param key names of the columns that identify a row; empty for a log without a key
 * @param partitionBy names of the partition columns; a publication replaces one value of them
 * @param constraints rules beyond required columns and the key
 * @param bounded names of the columns whose least and greatest value in each file are kept, which
 *     costs the writer: those by which files are told apart
 * @param retention how long its slices are kept
 */
public record Table(
    Layer layer,
    String name,
    String comment,
    List<Field> fields,
    List<String> key,
    List<String> partitionBy,
    List<Constraint> constraints,
    List<String> bounded,
    Retention retention) {

  private static final String AS_OF = "as_of";

  /** Columns that tell of the run that published a row, and that publication fills in. */
  private static final List<String> OF_THE_RUN = List.of(AS_OF, "run_id");

  /** The lake's layers, from what was observed to what was concluded. */
  public enum Layer {
    BRONZE,
    SILVER,
    GOLD,
    OPS;

    /** Name of the layer's folder. */
    public String folder() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A table whose states of a day ({@code as_of}) can be made again and are kept for a while; all
   * others are kept.
   */
  public Table(
      Layer layer,
      String name,
      String comment,
      List<Field> fields,
      List<String> key,
      List<String> partitionBy,
      List<Constraint> constraints) {
    this(
        layer,
        name,
        comment,
        fields,
        key,
        partitionBy,
        constraints,
        List.of(),
        partitionBy.contains(AS_OF) ? Retention.WEEK_AND_MONTH_ENDS : Retention.ALWAYS);
  }

  public Table {
    bounded = List.copyOf(bounded);
    fields = List.copyOf(fields);
    key = List.copyOf(key);
    partitionBy = List.copyOf(partitionBy);
    constraints = List.copyOf(constraints);
    List<String> names = fields.stream().map(Field::name).toList();
    if (!names.containsAll(key) || !names.containsAll(partitionBy) || !names.containsAll(bounded)) {
      throw new IllegalArgumentException(
          name + ": key, partition or bounds name no column: " + key + partitionBy + bounded);
    }
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException(name + ": a column is declared twice");
    }
  }

  /** The same table, in whose files these columns' bounds are kept. */
  public Table boundedBy(String... columns) {
    return new Table(
        layer, name, comment, fields, key, partitionBy, constraints, List.of(columns), retention);
  }

  /** The same table, whose slices are kept for another time. */
  public Table kept(Retention otherRetention) {
    return new Table(
        layer, name, comment, fields, key, partitionBy, constraints, bounded, otherRetention);
  }

  /** Layer and name, as people write it: {@code gold.account_engagement}. */
  public String id() {
    return layer.folder() + "." + name;
  }

  /**
   * The partition column that holds a day.
   *
   * @throws IllegalStateException if the table is not partitioned by one
   */
  public String dayColumn() {
    return partitionBy.stream()
        .filter(name -> field(name).type().equals(DataTypes.DateType))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(id() + " is not partitioned by a day"));
  }

  /** Whether a slice of it is the state of a day, which no other day's is needed to read. */
  public boolean isOfTheDay() {
    return partitionBy.contains(AS_OF);
  }

  /** Schema with comments. */
  public StructType schema() {
    return schema(fields);
  }

  /** Schema of some columns, in the order in which they are named. */
  public StructType schemaOf(List<String> columns) {
    return schema(columns.stream().map(this::field).toList());
  }

  /** All columns in declared order, each cast to its declared type. */
  public Column[] columns() {
    return columns(fields);
  }

  /**
   * The columns that a stage fills in: all but those of the run, {@code as_of} and {@code run_id}.
   */
  public List<Field> measured() {
    return fields.stream().filter(f -> !OF_THE_RUN.contains(f.name())).toList();
  }

  /** Schema of the {@link #measured} columns. */
  public StructType measuredSchema() {
    return schema(measured());
  }

  /** The {@link #measured} columns in declared order, each cast to its declared type. */
  public Column[] measuredColumns() {
    return columns(measured());
  }

  private static StructType schema(List<Field> of) {
    return DataTypes.createStructType(
        of.stream().map(Field::structField).toArray(StructField[]::new));
  }

  private static Column[] columns(List<Field> of) {
    return of.stream()
        .map(f -> functions.col(f.name()).cast(f.type()).as(f.name()))
        .toArray(Column[]::new);
  }

  public Field field(String fieldName) {
    return fields.stream()
        .filter(f -> f.name().equals(fieldName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(id() + " has no column " + fieldName));
  }
}
