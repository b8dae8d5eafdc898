package io.assay.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

/** What is true of every table. */
class TablesTest {

  /** Columns that tell who somebody is, or are what somebody wrote. */
  private static final Set<String> PERSONAL =
      Set.of(
          "account_id",
          "actor_handle",
          "actor_id",
          "authors",
          "bio",
          "caption",
          "co_authors",
          "content_id",
          "display_name",
          "event_key",
          "examples",
          "external_url",
          "first_account_id",
          "follower_id",
          "handle",
          "hint",
          "hub_account_id",
          "interaction_id",
          "mentions",
          "object_id",
          "order_id",
          "override_by",
          "post_id",
          "promo_code",
          "record",
          "reply_to",
          "repost_of",
          "second_account_id",
          "text",
          "url",
          "utm_content");

  @Test
  void everyDeclaredTableIsInTheList() throws IllegalAccessException {
    List<Table> declared = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.assay.contracts")) {
      for (Field field : type.reflect().getFields()) {
        if (field.getType() == Table.class) {
          declared.add((Table) field.get(null));
        }
      }
    }
    assertThat(Tables.ALL).containsExactlyInAnyOrderElementsOf(declared);
    assertThat(Tables.ALL).extracting(Table::layer).isSorted();
  }

  @Test
  void whatIdentifiesAPersonIsMarkedWhereverItStands() {
    Set<String> marked = new TreeSet<>();
    for (Table table : Tables.ALL) {
      for (io.assay.contracts.Field field : table.fields()) {
        boolean isText =
            field.type().equals(DataTypes.StringType)
                || field.type().sameType(DataTypes.createArrayType(DataTypes.StringType))
                || field.type().sameType(SilverTables.AUTHORS_SEEN);
        boolean named =
            PERSONAL.stream()
                .anyMatch(n -> field.name().equals(n) || field.name().endsWith("_" + n));
        assertThat(field.personal())
            .as("%s.%s", table.id(), field.name())
            .isEqualTo(isText && named);
        if (field.personal()) {
          marked.add(field.name());
        }
      }
    }
    assertThat(marked).containsExactlyInAnyOrderElementsOf(PERSONAL);
  }

  @Test
  void statesOfADayAreKeptForAWeekAndAtMonthEnds() {
    for (Table table : Tables.ALL) {
      assertThat(table.retention())
          .as(table.id())
          .isEqualTo(
              table.partitionBy().equals(List.of("as_of"))
                  ? Retention.WEEK_AND_MONTH_ENDS
                  : Retention.ALWAYS);
    }
    assertThat(SilverTables.POST.retention()).isEqualTo(Retention.WEEK_AND_MONTH_ENDS);
    assertThat(SilverTables.INTERACTION.retention()).isEqualTo(Retention.ALWAYS);
    assertThat(BronzeTables.POST_OBSERVATION.retention()).isEqualTo(Retention.ALWAYS);
    assertThat(OpsTables.RUN.retention()).isEqualTo(Retention.ALWAYS);

    LocalDate newest = LocalDate.parse("2026-11-10");
    assertThat(keeps("2026-11-04", newest)).as("the seventh day").isTrue();
    assertThat(keeps("2026-11-03", newest)).as("the eighth").isFalse();
    assertThat(keeps("2026-10-31", newest)).as("the end of a month").isTrue();
    assertThat(keeps("2024-02-28", newest)).as("not the end: a leap year").isFalse();
    assertThat(Retention.ALWAYS.keeps(LocalDate.parse("2020-01-05"), newest)).isTrue();
  }

  private static boolean keeps(String day, LocalDate newest) {
    return Retention.WEEK_AND_MONTH_ENDS.keeps(LocalDate.parse(day), newest);
  }
}
