package io.assay.contracts;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a table, declared once: the schema, the comment in the lake and the data dictionary
 * all follow from here.
 *
 * @param name column name
 * @param type Spark type
 * @param required whether null is forbidden
 * @param unit unit of the value, or "" where it has none
 * @param comment what the value means
 * @param values the only values a crawl may deliver; empty where any will do
 * @param personal whether a value tells who somebody is, by itself or when it is looked up at the
 *     platform or the shop, or is what somebody wrote: what must go when a person is erased
 * @param idOf what the value is an id of, so that no spoiled id is taken for one
 */
public record Field(
    String name,
    DataType type,
    boolean required,
    String unit,
    String comment,
    List<String> values,
    boolean personal,
    IdOf idOf) {

  /** What a value is an id of. */
  public enum IdOf {
    /** It is no id. */
    NOTHING,
    /** An account, whose id may be its handle. */
    AN_ACCOUNT,
    /** A post, a comment, a message, a group and the like. */
    A_RECORD,
    /** A link or a sale, by a code that people chose. */
    A_CODE
  }

  /** Unit of a number between 0 and 1. */
  public static final String SHARE = "share 0-1";

  /** Unit of an amount, which is negative where money goes back. */
  public static final String MONEY = "campaign's currency";

  /** End of the unit of an average. */
  public static final String PER_POST = "/post";

  public Field {
    values = List.copyOf(values);
  }

  public static Field required(String name, DataType type, String comment) {
    return new Field(name, type, true, "", comment, List.of(), false, IdOf.NOTHING);
  }

  public static Field optional(String name, DataType type, String comment) {
    return new Field(name, type, false, "", comment, List.of(), false, IdOf.NOTHING);
  }

  /** The same field with a unit. */
  public Field in(String newUnit) {
    return new Field(name, type, required, newUnit, comment, values, personal, idOf);
  }

  /** The same field, of which a crawl may deliver only these values. */
  public Field oneOf(String... only) {
    return new Field(name, type, required, unit, comment, List.of(only), personal, idOf);
  }

  /** The same field, whose values tell who somebody is. */
  public Field identifiesPerson() {
    return new Field(name, type, required, unit, comment, values, true, idOf);
  }

  /** The same field, whose values are ids of accounts. */
  public Field accountId() {
    return new Field(name, type, required, unit, comment, values, true, IdOf.AN_ACCOUNT);
  }

  /** The same field, whose values are ids of something else than accounts. */
  public Field recordId() {
    return new Field(name, type, required, unit, comment, values, personal, IdOf.A_RECORD);
  }

  /** The same field, whose values are codes that people chose. */
  public Field code() {
    return new Field(name, type, required, unit, comment, values, personal, IdOf.A_CODE);
  }

  /** The column of this name. */
  public Column col() {
    return functions.col(name);
  }

  /** Nested types are left nullable: Spark's readers return them so. */
  public StructField structField() {
    String text = unit.isEmpty() ? comment : comment + " [" + unit + "]";
    return DataTypes.createStructField(
        name, type, !required, new MetadataBuilder().putString("comment", text).build());
  }
}
