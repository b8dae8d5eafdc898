package io.assay.assessment;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.CoordinationTables;
import io.assay.statistics.Keys;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Who is doubtful, and where accounts are from. */
final class DoubtedActors {
  private static final Column NOT_SHOWN = lit(null).cast("string");

  private DoubtedActors() {}

  /**
   * Cost: the narrow columns of the three inputs are exchanged by account once, together.
   *
   * @param assessed {@code gold.account_assessment} of the day
   * @param members {@code gold.coordinated_member} of the day
   * @param accounts {@code silver.account} of the day
   * @param doubtfulAtLeast p_bot from which an account is doubtful
   * @return one row an account: actor (long, see {@link AudienceTies}), assessed, doubtful
   *     (boolean), country, language (string, null where no profile shows it). An account is
   *     assessed where p_bot is known, and as a member of an accepted pod or farm, which is
   *     doubtful whatever its p_bot
   */
  static Dataset<Row> of(
      Dataset<Row> assessed, Dataset<Row> members, Dataset<Row> accounts, double doubtfulAtLeast) {
    Column bot = coalesce(col("p_bot").geq(doubtfulAtLeast), lit(false));
    return assessed
        .select(actor(col("p_bot").isNotNull(), bot, NOT_SHOWN, NOT_SHOWN))
        .unionByName(
            members.where(byAgreement()).select(actor(lit(true), lit(true), NOT_SHOWN, NOT_SHOWN)))
        .unionByName(
            accounts.select(actor(lit(false), lit(false), shown("country"), shown("language"))))
        .groupBy("actor")
        .agg(
            max("assessed").as("assessed"),
            max("doubtful").as("doubtful"),
            max("country").as("country"),
            max("language").as("language"));
  }

  /**
   * Those who engage by agreement, in an accepted pod or farm; whose posts a farm hits may be its
   * victim, and accounts in lockstep may be one newsroom's.
   */
  private static Column byAgreement() {
    return col("accepted")
        .and(col("kind").isin(CoordinationTables.POD, CoordinationTables.FARM))
        .and(col("role").equalTo(CoordinationTables.MEMBER));
  }

  private static Column shown(String column) {
    Column text = trim(col(column));
    return when(text.notEqual(""), text);
  }

  private static Column[] actor(Column assessed, Column doubtful, Column country, Column language) {
    return new Column[] {
      Keys.account(col("account_id")).as("actor"),
      assessed.as("assessed"),
      doubtful.as("doubtful"),
      country.as("country"),
      language.as("language")
    };
  }
}
