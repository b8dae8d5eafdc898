package io.assay.workbench.worlds;

import io.assay.settings.Section;
import java.io.Serializable;

/**
 * @param share of accounts that are workers
 * @param size workers of a farm
 * @param customers creators who pay a farm
 * @param victims creators who are hit without having paid
 * @param postsHit posts of a customer that are hit
 * @param participation probability that a worker takes part in a hit
 * @param burstSeconds length of a hit
 * @param camouflage further engagements as a multiple of those for the farm
 * @param hijacked share of workers that are ordinary people's accounts
 * @param commentShare share of engagements that are comments
 * @param genericShare share of comments that would fit any post
 */
record FarmSettings(
    double share,
    Span size,
    Span customers,
    Span victims,
    Span postsHit,
    Span participation,
    Span burstSeconds,
    Span camouflage,
    double hijacked,
    double commentShare,
    double genericShare)
    implements Serializable {

  static FarmSettings read(Section s) {
    FarmSettings read =
        new FarmSettings(
            s.decimal("share", 0, 1),
            Span.read(s, "size", 2, 100_000),
            Span.read(s, "customers", 1, 10_000),
            Span.read(s, "victims", 0, 10_000),
            Span.read(s, "posts_hit", 1, 200),
            Span.read(s, "participation", 0, 1),
            Span.read(s, "burst_seconds", 1, 30 * 86_400),
            Span.read(s, "camouflage", 0, PodSettings.MOST_CAMOUFLAGE),
            s.decimal("hijacked", 0, 1),
            s.decimal("comment_share", 0, 1),
            s.decimal("generic_share", 0, 1));
    s.end();
    return read;
  }
}
