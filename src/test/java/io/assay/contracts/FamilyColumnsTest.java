package io.assay.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names that readers of the tables rely on. */
class FamilyColumnsTest {

  @Test
  void columnsOfAFamilyBearItsName() {
    assertThat(FamilyColumns.of(Family.LOW_EFFORT))
        .isEqualTo(
            new FamilyColumns(
                "low_effort_tail",
                "low_effort_fisher_p",
                "low_effort_signal",
                "low_effort_reason"));
    assertThat(KindColumns.of(Kind.BOT))
        .isEqualTo(new KindColumns("p_bot", "p_bot_uncorrected", "bot_tail", "bot_model", "bot_reason"));
  }

  @Test
  void theTablesHaveThem() {
    List<String> families =
        EvidenceTables.ACCOUNT_FAMILY_EVIDENCE.fields().stream().map(Field::name).toList();
    for (Kind kind : Kind.values()) {
      KindColumns ofKind = KindColumns.of(kind);
      assertThat(AssessmentTables.ACCOUNT_ASSESSMENT.fields())
          .extracting(Field::name)
          .contains(ofKind.likelihood(), ofKind.uncorrected(), ofKind.tail(), ofKind.model(), ofKind.reason());
      for (Family family : kind.families()) {
        FamilyColumns of = FamilyColumns.of(family);
        assertThat(families).contains(of.tail(), of.fisherP(), of.signal(), of.reason());
      }
    }
  }
}
