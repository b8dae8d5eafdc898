package io.assay.workbench.worlds;

import io.assay.settings.Section;
import java.io.Serializable;

/**
 * How the crawler worked.
 *
 * @param snapshots sightings of a creator's profile
 * @param audienceSnapshots sightings of another's profile
 * @param snapshotDays days between two sightings
 * @param untimedLikes share of likes without a time
 * @param untimedFollows share of follows without a time
 * @param batchedCreators share of creators whose events carry the time of a batch
 * @param interactions whether it holds who engaged with what, and who follows whom
 */
record CrawlHabits(
    int snapshots,
    int audienceSnapshots,
    int snapshotDays,
    double untimedLikes,
    double untimedFollows,
    double batchedCreators,
    boolean interactions)
    implements Serializable {

  static CrawlHabits read(Section s) {
    CrawlHabits read =
        new CrawlHabits(
            (int) s.integer("snapshots", 1, 104),
            (int) s.integer("audience_snapshots", 1, 104),
            (int) s.integer("snapshot_days", 1, 31),
            s.decimal("untimed_likes", 0, 1),
            s.decimal("untimed_follows", 0, 1),
            s.decimal("batched_creators", 0, 1),
            s.flag("interactions"));
    s.end();
    return read;
  }
}
