package io.assay.assessment;

import io.assay.contracts.AssessmentEvidenceTables;
import io.assay.contracts.AssessmentTables;
import io.assay.contracts.Kind;
import io.assay.contracts.KindColumns;
import io.assay.contracts.RowLayout;
import io.assay.contracts.TableRow;
import io.assay.peers.KindModel;
import io.assay.peers.PeerTails;
import io.assay.settings.OverrideSettings;
import io.assay.statistics.HarmonicTail;
import io.assay.statistics.LikelihoodModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Concludes from what was found of an account. In: {@link AccountFindings}. Out: {@link #SCHEMA}.
 *
 * @param reference accounts are measured against
 * @param models how each kind is judged
 * @param levels how common each kind is
 * @param flagAtLeast likelihood from which an account is flagged
 * @param overrides what people decided
 */
record Assessor(
    Broadcast<PeerTails> reference,
    KindModels models,
    Levels levels,
    double flagAtLeast,
    Overrides overrides)
    implements MapFunction<Row, Row> {

  /** Families that must speak: one alone is too little to call an account authentic. */
  private static final int LEAST_FAMILIES = 2;

  /** Column of the result that holds rows of {@code gold.assessment_evidence}. */
  static final String EVIDENCE = "evidence";

  private static final RowLayout PIECE =
      RowLayout.measured(AssessmentEvidenceTables.ASSESSMENT_EVIDENCE);

  private static final RowLayout LAYOUT =
      RowLayout.of(
          "assessed accounts",
          AssessmentTables.ACCOUNT_ASSESSMENT
              .measuredSchema()
              .add(EVIDENCE, DataTypes.createArrayType(PIECE.schema())));

  /** Columns of {@code gold.account_assessment} but the day and the run, and the evidence. */
  static final StructType SCHEMA = LAYOUT.schema();

  @Override
  public Row call(Row account) {
    return of(new AccountFindings(account), reference.value());
  }

  private Row of(AccountFindings account, PeerTails tails) {
    TableRow row =
        LAYOUT
            .row()
            .set("platform", account.signals().platform())
            .set("account_id", account.signals().accountId())
            .set("handle", account.signals().handle())
            .set("followers", account.followers())
            .set("band", account.band());
    List<Row> evidence = new ArrayList<>();
    List<SingleFamily.Shifted> kinds = new ArrayList<>();
    for (KindScore score : models.scores(account, tails)) {
      double shift = levels.shift(account.signals().platform(), score.model().kind());
      kinds.add(new SingleFamily.Shifted(score, shift));
      score.contributions().forEach(piece -> evidence.add(piece(account, score, piece)));
    }
    Map<Kind, Double> likelihoods = new EnumMap<>(Kind.class);
    for (SingleFamily.Shifted kind : kinds) {
      if (kind.likelihood() != null) {
        likelihoods.put(kind.score().model().kind(), kind.likelihood());
      }
      tell(account, kind, tails.minPeers(), row);
    }
    conclude(account, kinds, likelihoods, row);
    return row.set("reasons", TellingFindings.of(account, kinds)).set(EVIDENCE, evidence).row();
  }

  private void tell(
      AccountFindings account, SingleFamily.Shifted kind, int minPeers, TableRow row) {
    Kind of = kind.score().model().kind();
    KindColumns columns = KindColumns.of(of);
    row.set(
        columns.tail(),
        HarmonicTail.of(of.families().stream().map(account.probabilities()::get).toList()));
    if (kind.likelihood() == null) {
      row.set(columns.reason(), why(account, kind.score().model(), minPeers));
      return;
    }
    row.set(columns.likelihood(), kind.likelihood())
        .set(columns.uncorrected(), LikelihoodModel.probability(kind.score().logit()))
        .set(columns.model(), kind.score().model().settings().model());
  }

  private String why(AccountFindings account, KindModel model, int minPeers) {
    return models.canJudge(model.kind(), account.signals().platform())
        ? SilentKind.why(account, model, minPeers)
        : SilentKind.NOT_SEARCHED;
  }

  private void conclude(
      AccountFindings account,
      List<SingleFamily.Shifted> kinds,
      Map<Kind, Double> likelihoods,
      TableRow row) {
    double largest = likelihoods.isEmpty() ? 0 : Collections.max(likelihoods.values());
    boolean flagged = !likelihoods.isEmpty() && largest >= flagAtLeast;
    int families = account.probabilities().size();
    if (families < LEAST_FAMILIES || likelihoods.isEmpty()) {
      row.set("authenticity_reason", tooFew(families));
    } else {
      row.set("authenticity", 100 * (1 - largest));
    }
    OverrideSettings decided =
        overrides.of(account.signals().platform(), account.signals().accountId());
    if (decided != null) {
      row.set("override_decision", decided.decision())
          .set("override_reason", decided.reason())
          .set("override_by", decided.by())
          .set("override_until", decided.until());
    }
    row.set("flagged", decided == null ? flagged : !decided.clears())
        .set(
            "single_family",
            decided == null && flagged && SingleFamily.carriesFlag(kinds, flagAtLeast))
        .set("flag_at_least", flagAtLeast)
        .set("assessed_kinds", likelihoods.keySet().stream().map(Kind::title).toList());
  }

  private static Row piece(AccountFindings account, KindScore score, Contribution piece) {
    return PIECE
        .row()
        .set("platform", account.signals().platform())
        .set("account_id", account.signals().accountId())
        .set("kind", score.model().kind().title())
        .set("signal", piece.name())
        .set("family", piece.family().title())
        .set("value", piece.value())
        .set("peer_group", piece.peerGroup())
        .set("reference_tail", piece.tail())
        .set("weight", piece.weight())
        .set("contribution", piece.added())
        .row();
  }

  private static String tooFew(int families) {
    return families
        + " of "
        + AccountFindings.FAMILIES.size()
        + " families of signals could be judged, "
        + LEAST_FAMILIES
        + " are needed";
  }
}
