package io.assay.workbench.worlds;

import io.assay.settings.Section;
import java.io.Serializable;

/**
 * What people do of their own accord.
 *
 * @param postsPerCreator mean within the world's days
 * @param engagementsPerAccount mean within the world's days
 * @param activitySpread deviation of ln(engagements) between accounts
 * @param loyalShare share of engagements that goes to favourites
 * @param crossNicheShare share that leaves the account's niche
 * @param mostPerPost cap on a post's expected organic engagements in the crawl
 * @param delayHours median delay after publication
 * @param delaySpread deviation of ln(delay)
 * @param commentShare share of engagements that are comments
 * @param genericShare share of comments that would fit any post
 * @param followsPerAccount mean of the edges in the crawl
 */
record ActivitySettings(
    double postsPerCreator,
    double engagementsPerAccount,
    double activitySpread,
    double loyalShare,
    double crossNicheShare,
    double mostPerPost,
    double delayHours,
    double delaySpread,
    double commentShare,
    double genericShare,
    double followsPerAccount)
    implements Serializable {

  static ActivitySettings read(Section s) {
    ActivitySettings read =
        new ActivitySettings(
            s.decimal("posts_per_creator", 1, 200),
            s.decimal("engagements_per_account", 0, 1_000),
            s.decimal("activity_spread", 0, 3),
            s.decimal("loyal_share", 0, 1),
            s.decimal("cross_niche_share", 0, 1),
            s.decimal("most_per_post", 1, 1e6),
            s.decimal("delay_hours", 0.01, 240),
            s.decimal("delay_spread", 0, 4),
            s.decimal("comment_share", 0, 1),
            s.decimal("generic_share", 0, 1),
            s.decimal("follows_per_account", 0, 1_000));
    s.end();
    return read;
  }
}
