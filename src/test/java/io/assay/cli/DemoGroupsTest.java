package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What those are called who were planted. */
class DemoGroupsTest {

  @Test
  void oneAndSeveralAreCalledAsPeopleWould() {
    assertThat(DemoGroups.who("farm_customer", true)).isEqualTo("customers of a farm");
    assertThat(DemoGroups.who("farm_customer", false)).isEqualTo("customer of a farm");
    assertThat(DemoGroups.who("pod", true)).isEqualTo("members of a pod");
    assertThat(DemoGroups.who("clique", true)).isEqualTo("friends");
    assertThat(DemoGroups.who("bought_likes", false)).isEqualTo("buyer of likes");
    assertThat(DemoGroups.who("ordinary", true)).isEqualTo("ordinary accounts");
    assertThat(DemoGroups.who("nothing", true)).isEqualTo("accounts without a label");
    assertThat(DemoGroups.who("hidden_likes", false)).isEqualTo("account labelled hidden likes");
  }
}
