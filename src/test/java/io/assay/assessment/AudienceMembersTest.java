package io.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Who an audience is: repeat commenters, platforms, countries and languages. */
class AudienceMembersTest {
  private static final Offset<Double> EXACTLY = within(1e-12);

  private static Double number(Row row, String column) {
    return row.getAs(column);
  }

  private static Long count(Row row, String column) {
    return row.getAs(column);
  }

  /** p0 comments on three posts, four times; p1 on two posts, five times. */
  @Test
  void whoCommentsOnThreePostsIsARepeatCommenter() {
    Audience audience = new Audience().post("1", "ann").post("2", "ann").post("3", "ann");
    for (String post : List.of("1", "1", "2", "3")) {
      audience.did("x", "p0", "comment", post);
    }
    for (String post : List.of("1", "2", "2", "2", "2")) {
      audience.did("x", "p1", "comment", post);
    }
    Row row =
        audience.did("x", "p1", "like", "3").quality("assessment.least_sampled=9").get("x/ann");
    assertThat(count(row, "comments")).isEqualTo(9);
    assertThat(count(row, "commenters")).isEqualTo(2);
    assertThat(count(row, "repeat_commenters")).isEqualTo(1);
    assertThat(number(row, "repeat_comments_share")).isCloseTo(4 / 9.0, EXACTLY);
  }

  @Test
  void platformsAreApartAndRepostsAreNobodysWork() {
    Map<String, Row> rows =
        new Audience()
            .post("x", "1", "ann", null)
            .post("y", "1", "ann", null)
            .post("x", "2", "bob", "1")
            .did("x", "p0", "like", "1")
            .did("x", "p1", "like", "1")
            .did("y", "p0", "like", "1")
            .did("x", "p1", "like", "2")
            .quality();
    assertThat(rows).containsOnlyKeys("x/ann", "y/ann");
    assertThat(count(rows.get("x/ann"), "engagements")).isEqualTo(2);
    assertThat(count(rows.get("y/ann"), "engagements")).isEqualTo(1);
  }

  /** p0 and p1 engage, p1 and p2 follow; p3 does neither. */
  @Test
  void theAudienceIsWhoEngagesOrFollows() {
    Row row =
        new Audience()
            .post("1", "ann")
            .each("p", 2, "like", "1")
            .follows("p", 3, "ann")
            .profile("p0", "DE", "de")
            .profile("p1", "FR", null)
            .profile("p2", "DE", " ")
            .profile("p3", "ES", "es")
            .quality()
            .get("x/ann");
    assertThat(count(row, "audience")).isEqualTo(3);
    List<Row> countries = row.getList(row.fieldIndex("audience_countries"));
    assertThat(countries)
        .extracting(
            c -> c.getString(0) + " " + c.getLong(1) + " " + Math.round(100 * c.getDouble(2)))
        .containsExactly("DE 2 67", "FR 1 33");
    assertThat(number(row, "country_known_share")).isEqualTo(1);
    assertThat(row.<Row>getList(row.fieldIndex("audience_languages")))
        .extracting(c -> c.getString(0) + " " + c.getLong(1))
        .containsExactly("de 1");
    assertThat(number(row, "language_known_share")).isCloseTo(1 / 3.0, EXACTLY);
  }

  /** Eleven countries of one account each, and a twelfth of two. */
  @Test
  void theTenMostFrequentPlacesAreTold() {
    Audience audience = new Audience().post("1", "ann").each("p", 13, "like", "1");
    for (int i = 0; i < 13; i++) {
      audience.profile("p" + i, "C" + (char) ('A' + Math.min(i, 11)), null);
    }
    Row row = audience.quality().get("x/ann");
    assertThat(row.<Row>getList(row.fieldIndex("audience_countries")))
        .extracting(c -> c.getString(0))
        .containsExactly("CL", "CA", "CB", "CC", "CD", "CE", "CF", "CG", "CH", "CI");
    assertThat(number(row, "country_known_share")).isEqualTo(1);
    Row first = row.<Row>getList(row.fieldIndex("audience_countries")).get(0);
    assertThat(first.getDouble(2)).isCloseTo(2 / 13.0, EXACTLY);
  }
}
