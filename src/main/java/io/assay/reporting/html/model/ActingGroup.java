package io.assay.reporting.html.model;

import java.util.List;
import java.util.Locale;

/**
 * A group whose members act together by agreement.
 *
 * @param kind pod, farm or lockstep
 * @param sentence what it does, in words
 * @param members accounts in it
 * @param targets accounts whose posts it engages
 * @param posts on which it acted
 * @param density of the engagements that its members could give these posts those they gave, 0-1
 * @param latencySeconds median time from a post to its engagements; null without times
 * @param latencySecondsOfAll the same of the whole platform
 * @param log10Chance how often chance would do as much; -6 = once in a million such crawls
 * @param probability that it acts by agreement, 0-1
 * @param nodes accounts shown, members first, at most {@link ReportLimits#NODES}
 * @param nodesInAll accounts that belong to it, members and those whose posts it engages
 * @param edges the strongest ties between the nodes, at most {@link ReportLimits#EDGES}
 */
public record ActingGroup(
    String platform,
    String id,
    String kind,
    String sentence,
    int members,
    int targets,
    int posts,
    double density,
    Double latencySeconds,
    Double latencySecondsOfAll,
    Double log10Chance,
    double probability,
    List<GroupFacts.WeighedExplanation> explanations,
    List<Node> nodes,
    long nodesInAll,
    List<BoundPair> edges) {

  /**
   * @param role member, customer or victim
   * @param acts a member's engagements in the group; of others its posts that are hit
   * @param coverage of the group's posts that it could engage those it did; of others the share of
   *     its posts that are hit
   */
  public record Node(String accountId, String handle, String role, int acts, double coverage) {

    /** What people call it. */
    public String name() {
      return handle == null ? accountId : handle;
    }

    public boolean isMember() {
      return role.equals("member");
    }
  }

  /**
   * @param first position among the nodes
   * @param second position among the nodes
   * @param posts that bind the two
   */
  public record BoundPair(int first, int second, int posts) {}

  /** A name for its place in the page. */
  public String anchor() {
    return "group-" + (platform + "-" + id).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
  }
}
