package io.assay.cli;

import io.assay.contracts.AssessmentEvidenceTables;
import io.assay.contracts.AssessmentTables;
import io.assay.contracts.AudienceTables;
import io.assay.contracts.ClusterTables;
import io.assay.contracts.CoordinationTables;
import io.assay.contracts.EngagementTables;
import io.assay.contracts.EvidenceTables;
import io.assay.contracts.SignalTables;
import io.assay.testing.LiteralDay;
import java.time.LocalDate;

/**
 * A day of four accounts: ann on x, flagged as a member of a pod; one of her handle on y; an actor
 * without a profile; and one whose id and handle are meant to break out of SQL and of a terminal.
 */
final class WrittenAccounts {
  /** {@code it's \${x}} and a line break. */
  static final String WILD_ID = "it's \\${x}\n";

  /** Clears a screen, then breaks the line. */
  static final String WILD_HANDLE = "eve\u001b[2J\nl";

  private static final String ANN = "{'platform':'x','account_id':'a-ann',";
  private static final String ACTOR = "{'platform':'x','account_id':'actor',";
  private static final String WILD = "{'platform':'x','account_id':'it\u0001s \\\\${x}\\n',";

  private final LiteralDay day;

  private WrittenAccounts(LocalDate asOf) {
    this.day = new LiteralDay(asOf);
  }

  static LiteralDay of(LocalDate asOf) {
    WrittenAccounts written = new WrittenAccounts(asOf);
    written.standing();
    written.evidence();
    written.company();
    return written.day;
  }

  /** Quotes are easier to read as these; the one that is meant is written as a code. */
  private static String json(String text) {
    return text.replace('\'', '"').replace('\u0001', '\'');
  }

  private static String row(String account, String rest) {
    return json(account + rest + "}");
  }

  private void standing() {
    day.rows(
        AssessmentTables.ACCOUNT_ASSESSMENT,
        row(
            ANN,
            """
            'handle':'Ann.Shoots','followers':1733,'band':'micro','authenticity':26.9,
            'flagged':true,'flag_at_least':0.7,'p_pod':0.7310585786300049,
            'p_pod_uncorrected':0.6456563062257954,'p_bot':0.0311,'p_bot_uncorrected':0.0419,
            'fake_followers_reason':'growth: seen once','fake_engagement_reason':'no posts shown'
            """),
        json(
            """
            {'platform':'y','account_id':'17','handle':'ann.shoots','authenticity_reason':'new',
            'flag_at_least':0.7}
            """),
        row(
            ACTOR,
            """
            'authenticity_reason':'too little is known','bot_reason':'no profile',
            'fake_followers_reason':'none','fake_engagement_reason':'none','pod_reason':'none',
            'flag_at_least':0.7
            """),
        row(
            WILD,
            """
            'handle':'eve\\u001b[2J\\nl','p_bot':0.96,'p_bot_uncorrected':0.96,'authenticity':4,
            'flag_at_least':0.7,'override_decision':'cleared','override_reason':'met in person',
            'override_by':'Kim','override_until':'2026-11-30','fake_followers_reason':'none',
            'fake_engagement_reason':'none','pod_reason':'none'
            """));
    day.rows(
        EngagementTables.ACCOUNT_ENGAGEMENT,
        row(
            ANN,
            """
            'posts_seen':47,'posts_counted':47,'rate_public':0.0523,'rate_public_p25':0.05,
            'rate_public_p75':0.06,'rate_public_low':0.0459,'rate_public_high':0.0587,
            'expected_rate':0.0316,'peer_group':'x 512-2047 followers','peer_n':197,
            'peer_percentile':81.3
            """));
    String level = "{'platform':'x','kind':'%s','intercept':%s,'shift':%s,'base_rate':0.0486,%s}";
    day.rows(
        AssessmentEvidenceTables.ASSESSMENT_LEVEL,
        json(level.formatted("pod", -2.4, 0.4, "'share':0.0712")),
        json(level.formatted("bot", -3, 0, "'share_reason':'few'")));
    String piece =
        ANN + "'kind':'%s','signal':'%s','family':'f','value':%s,'weight':%s,'contribution':%s}";
    day.rows(
        AssessmentEvidenceTables.ASSESSMENT_EVIDENCE,
        json(piece.formatted("pod", "commenters_per_comment", 0.242, 1.7, 2)),
        json(piece.formatted("pod", "pod_member", 1, 1.5, 1.5)),
        json(piece.formatted("pod", "quiet_hours", 7, 0.9, -0.5)),
        json(piece.formatted("pod", "reaction_seconds", 41, 0, 0)),
        json(piece.formatted("bot", "quiet_hours", 7, 0.8, -0.44)));
  }

  private void evidence() {
    for (String account : new String[] {ANN, ACTOR, WILD}) {
      boolean isAnn = account.equals(ANN);
      day.rows(
          EvidenceTables.ACCOUNT_FAMILY_EVIDENCE,
          row(
              account,
              "'peer_group':'x 1024-2047 followers','behaviour_tail':0.4213,'growth_reason':'-'"
                  + (isAnn ? ",'received_comments_tail':0.0047" : "")));
      day.rows(
          SignalTables.ACCOUNT_SIGNAL,
          row(
              account,
              "'peer_group':'x 1024-2047 followers','growth_reason':'seen once',"
                  + "'followings_reason':'seen once'"
                  + (account.equals(ACTOR)
                      ? ",'profile_reason':'no crawl holds its profile'"
                      : "")));
    }
    String peers = "{'platform':'x','peer_group':'%s','signal':'quiet_hours','bin':%s,'n':%s}";
    day.rows(
        EvidenceTables.PEER_HISTOGRAM,
        json(peers.formatted("x 1024-2047 followers", 1, 200)),
        json(peers.formatted("x 1024-2047 followers", 2, 11)),
        json(peers.formatted("x all accounts", 1, 1709)),
        json(peers.formatted("x 0-1 followers", 1, 883)));
    day.rows(
        EvidenceTables.ACCOUNT_EVIDENCE,
        row(
            ANN,
            """
            'signal':'commenters_per_comment','family':'received_comments','direction':'low',
            'value':0.242,'peer_n':167,'peer_median':0.9,'tail_rank':0.003,
            'tail_probability':0.006,'notable_below':0.01,'benign':'a small circle of friends',
            'sentence':'few people write the comments: 0.242 for each, where about 0.9 is typical'
            """));
  }

  private void company() {
    day.rows(
        ClusterTables.CLUSTER_PROFILE,
        json(
            """
            {'platform':'x','cluster_id':'c','state':'new','accounts':313,'share':0.183,
            'name':'at least 37 posts','why':'not suspicious: a likelihood of 0.02'}
            """));
    day.rows(ClusterTables.ACCOUNT_CLUSTER, row(ANN, "'cluster_id':'c','typicality':0.67"));
    day.rows(
        CoordinationTables.COORDINATED_GROUP,
        json(
            """
            {'platform':'x','group_id':'pod-1','form':'pod','kind':'pod','accepted':true,
            'verdict':'accepted','sentence':'29 creators engage each other','members':29,
            'density':0.5,'probability':0.97,'explanations':[
            {'explanation':'friends','ruled_out':true,'because':'friends have favourites'}]}
            """),
        json(
            """
            {'platform':'x','group_id':'farm-2','form':'farm','kind':'unexplained',
            'verdict':'audience','sentence':'11 accounts engage 5 posts','members':11,
            'density':0.5,'probability':0.99,'explanations':[
            {'explanation':'readers','ruled_out':false,'because':'they follow one author'}]}
            """));
    day.rows(
        CoordinationTables.COORDINATED_MEMBER,
        row(
            ANN,
            """
            'group_id':'pod-1','role':'member','kind':'pod','accepted':true,'acts':137,
            'coverage':0.53,'own_share':0.79
            """),
        row(ANN, "'group_id':'farm-2','role':'victim','acts':3,'coverage':0.063"));
    day.rows(CoordinationTables.ACCOUNT_COORDINATION);
    day.rows(
        AudienceTables.AUDIENCE_QUALITY,
        row(
            ANN,
            """
            'engagements':500,'engagements_assessed':443,'engagements_doubtful':101,
            'doubtful_engagements_share':0.228,'doubtful_engagements_share_low':0.1914,
            'doubtful_engagements_share_high':0.2693,'doubtful_engagers_reason':'few',
            'doubtful_sampled_followers_reason':'sample too small: 7 followers crawled',
            'repeat_comments_reason':'none','rate_public':0.0523,'effective_rate':0.0404,
            'effective_rate_low':0.0382,'effective_rate_high':0.0423,'real_reach_reason':'none',
            'audience':389,'audience_countries':[{'country':'BR','accounts':181,'share':0.614},
            {'country':'PT','accounts':59,'share':0.2}]
            """));
  }
}
