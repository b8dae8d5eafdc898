package io.assay.assessment;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class GroupTiesTest {
  private static final StructType MEMBERS =
      StructType.fromDDL(
          "platform STRING, account_id STRING, group_id STRING, kind STRING, accepted BOOLEAN,"
              + " role STRING");
  private static final StructType GROUPS =
      StructType.fromDDL("platform STRING, group_id STRING, sentence STRING");

  private final List<Row> members = new ArrayList<>();

  private GroupTiesTest member(
      String platform, String id, String group, String kind, boolean accepted, String role) {
    members.add(RowFactory.create(platform, id, group, kind, accepted, role));
    return this;
  }

  private List<String> ties() {
    List<Row> groups = new ArrayList<>();
    for (String platform : List.of("x", "y")) {
      for (String group : List.of("farm-1", "farm-2", "lockstep-1", "pod-1")) {
        groups.add(RowFactory.create(platform, group, platform + " " + group + " in words"));
      }
    }
    return GroupTies.of(
            spark().createDataFrame(members, MEMBERS), spark().createDataFrame(groups, GROUPS))
        .selectExpr("platform", "account_id", "explode(ties) AS tie")
        .selectExpr("concat_ws('|', platform, account_id, tie.tie, tie.group_id, tie.sentence)")
        .as(org.apache.spark.sql.Encoders.STRING())
        .collectAsList();
  }

  @Test
  void membersAndCustomersAreTiedVictimsAreNot() {
    assertThat(
            member("x", "fan", "farm-1", "farm", true, "member")
                .member("x", "paid", "farm-1", "farm", true, "customer")
                .member("x", "hit", "farm-1", "farm", true, "victim")
                .member("x", "friend", "pod-1", "pod", true, "member")
                .member("x", "desk", "lockstep-1", "lockstep", true, "member")
                .ties())
        .containsExactlyInAnyOrder(
            "x|fan|farm_member|farm-1|x farm-1 in words",
            "x|paid|farm_customer|farm-1|x farm-1 in words",
            "x|friend|pod_member|pod-1|x pod-1 in words",
            "x|desk|farm_member|lockstep-1|x lockstep-1 in words");
  }

  @Test
  void groupsThatAreNotAcceptedTieNobody() {
    assertThat(
            member("x", "a", "farm-1", "unexplained", false, "member")
                .member("x", "b", "farm-1", "unexplained", false, "customer")
                .ties())
        .isEmpty();
  }

  /** Those of the platform that the account is of. */
  @Test
  void anAccountMayHaveSeveral() {
    assertThat(
            member("y", "a", "pod-1", "pod", true, "member")
                .member("y", "a", "farm-2", "farm", true, "customer")
                .member("y", "a", "farm-1", "farm", true, "customer")
                .member("y", "a", "lockstep-1", "lockstep", true, "member")
                .ties())
        .containsExactly(
            "y|a|farm_customer|farm-1|y farm-1 in words",
            "y|a|farm_customer|farm-2|y farm-2 in words",
            "y|a|farm_member|lockstep-1|y lockstep-1 in words",
            "y|a|pod_member|pod-1|y pod-1 in words");
  }
}
