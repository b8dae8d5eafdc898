package io.assay.contracts;

import static io.assay.contracts.Constraint.fail;
import static io.assay.contracts.Field.optional;
import static io.assay.contracts.Field.required;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.assay.contracts.Table.Layer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;

/** What is to be thought of accounts, all things considered. */
public final class AssessmentTables {
  private static final String PROBABILITY = "probability 0-1";

  /** Element of {@code gold.account_assessment.reasons}. */
  public static final StructType REASON =
      new StructType()
          .add("kind", StringType)
          .add("family", StringType)
          .add("signal", StringType)
          .add("tail_probability", DoubleType)
          .add("sentence", StringType)
          .add("benign", StringType);

  public static final Table ACCOUNT_ASSESSMENT =
      new Table(
          Layer.GOLD,
          "account_assessment",
          "One row per account seen, as profile, author or actor: how likely each kind of fraud is,"
              + " why, and what could not be judged.",
          SilverTables.asOf(
              Stream.of(
                      Stream.of(
                          AccountKey.PLATFORM,
                          AccountKey.ACCOUNT_ID,
                          optional("handle", StringType, "name in the account's address, as shown")
                              .identifiesPerson(),
                          optional("followers", LongType, "latest followers shown").in("accounts"),
                          optional(
                              "band",
                              StringType,
                              "band of these followers in bands.default_scheme"),
                          optional(
                                  "authenticity",
                                  DoubleType,
                                  "100 x (1 - the largest likelihood among the kinds assessed); null:"
                                      + " see authenticity_reason")
                              .in("0-100"),
                          required(
                              "flagged",
                              BooleanType,
                              "whether a likelihood is flag_at_least or more, unless a person"
                                  + " decided otherwise (override_decision); false also where"
                                  + " nothing could be assessed"),
                          required(
                              "single_family",
                              BooleanType,
                              "whether the flag rests on one family of signals: with that one"
                                  + " alone, all others saying nothing, a likelihood is"
                                  + " flag_at_least or more, without it none is, and no tie to a"
                                  + " group bears it out; false where nothing is flagged, or a"
                                  + " person decided")),
                      Arrays.stream(Kind.values()).map(AssessmentTables::likelihood),
                      Stream.of(
                          required(
                              "assessed_kinds",
                              createArrayType(StringType),
                              "kinds whose likelihood is known"),
                          required(
                              "reasons",
                              createArrayType(REASON),
                              "what raises the likelihoods most: groups, and findings of"
                                  + " account_evidence, at most three a kind, those of the likeliest"
                                  + " kind first; empty where no single signal is notable, though many"
                                  + " together may be unlikely"),
                          optional(
                              "authenticity_reason",
                              StringType,
                              "why there is no authenticity; null where there is")),
                      Arrays.stream(Kind.values()).flatMap(AssessmentTables::kind),
                      Stream.of(
                          optional(
                              "override_decision",
                              StringType,
                              "what a person decided of the account, applied last: cleared or"
                                  + " flagged, see assessment.overrides; null where nobody did"),
                          optional("override_reason", StringType, "why it was decided"),
                          optional("override_by", StringType, "who decided").identifiesPerson(),
                          optional("override_until", DateType, "last day on which it holds")
                              .in("UTC day"),
                          required(
                                  "flag_at_least",
                                  DoubleType,
                                  "threshold of flagged, see assessment.flag_at_least")
                              .in(PROBABILITY)))
                  .flatMap(f -> f)
                  .toList()),
          List.of("as_of", "platform", "account_id"),
          List.of("as_of"),
          List.of(
              fail(
                  "likelihoods",
                  "least(" + likelihoods() + ") >= 0 AND greatest(" + likelihoods() + ") <= 1",
                  "a likelihood lies between 0 and 1"),
              fail(
                  "flags",
                  "flagged = coalesce(override_decision = 'flagged',"
                      + " greatest("
                      + likelihoods()
                      + ") >= flag_at_least, false)",
                  "a flag says that a likelihood reaches the threshold, or that a person set it"),
              fail(
                  "overrides_are_signed",
                  "(override_decision IS NULL) = (override_reason IS NULL)"
                      + " AND (override_decision IS NULL) = (override_by IS NULL)",
                  "what a person decided has a reason and a name"),
              fail(
                  "single_family_of_a_flag",
                  "flagged OR NOT single_family",
                  "a flag rests on one family, where nothing is flagged there is none"),
              fail(
                  "authenticity_or_why",
                  "(authenticity IS NULL) = (authenticity_reason IS NOT NULL)"
                      + " AND coalesce(authenticity BETWEEN 0 AND 100, true)",
                  "an authenticity lies between 0 and 100, or there is a reason why it is not known")));

  private AssessmentTables() {}

  private static String likelihoods() {
    return String.join(
        ", ", Arrays.stream(Kind.values()).map(kind -> KindColumns.of(kind).likelihood()).toList());
  }

  private static Field likelihood(Kind kind) {
    return optional(
            KindColumns.of(kind).likelihood(),
            DoubleType,
            "calibrated likelihood that it "
                + kind.about()
                + ", at the share of the kind in assessment_level; null: see "
                + KindColumns.of(kind).reason())
        .in(PROBABILITY);
  }

  private static Stream<Field> kind(Kind kind) {
    KindColumns columns = KindColumns.of(kind);
    String families = String.join(", ", kind.families().stream().map(Family::title).toList());
    return Stream.of(
        optional(
                columns.uncorrected(),
                DoubleType,
                columns.likelihood() + " at the model's base rate, whatever the share is here")
            .in(PROBABILITY),
        optional(
                columns.tail(),
                DoubleType,
                "harmonic mean of the Fisher probabilities of "
                    + families
                    + " in account_family_evidence, one half for those that do not speak: how unusual"
                    + " it is, if it "
                    + kind.about()
                    + "; to rank with")
            .in(PROBABILITY),
        optional(
            columns.model(),
            StringType,
            "the model that gave the likelihood: of ops.model where assessment.models names it, else"
                + " of the settings"),
        optional(
            columns.reason(), StringType, "why the kind could not be assessed; null where it was"));
  }
}
