package io.assay.assessment;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.assay.contracts.Kind;
import io.assay.peers.PeerTails;
import io.assay.statistics.LikelihoodModel;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * How likely each account is a bot, before it is known who engages whom. In: {@link
 * AccountFindings}. Out: {@link #SCHEMA}.
 */
record BotLikelihood(Broadcast<PeerTails> reference, KindModels models, Levels levels)
    implements MapFunction<Row, Row> {

  /** platform, account_id, p_bot (double, null where it is not known). */
  static final StructType SCHEMA =
      new StructType()
          .add("platform", StringType)
          .add("account_id", StringType)
          .add("p_bot", DoubleType);

  @Override
  public Row call(Row row) {
    AccountFindings account = new AccountFindings(row);
    String platform = account.signals().platform();
    KindScore score = KindScore.of(models.of(Kind.BOT, platform), account, reference.value());
    Double likelihood =
        score.isKnown()
            ? LikelihoodModel.probability(score.logit() + levels.shift(platform, Kind.BOT))
            : null;
    return RowFactory.create(platform, account.signals().accountId(), likelihood);
  }
}
