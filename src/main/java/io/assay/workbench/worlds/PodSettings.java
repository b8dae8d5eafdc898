package io.assay.workbench.worlds;

import io.assay.settings.Section;
import java.io.Serializable;

/**
 * @param share of accounts that are members
 * @param size members of a pod
 * @param participation probability that a member engages with another's post
 * @param delaySeconds median delay
 * @param camouflage further engagements as a multiple of those for the pod
 * @param commentShare share of engagements that are comments
 * @param genericShare share of comments that would fit any post
 * @param crossNiche share of pods with members of all niches
 */
record PodSettings(
    double share,
    Span size,
    Span participation,
    Span delaySeconds,
    Span camouflage,
    double commentShare,
    double genericShare,
    double crossNiche)
    implements Serializable {

  static final double MOST_CAMOUFLAGE = 100;

  static PodSettings read(Section s) {
    PodSettings read =
        new PodSettings(
            s.decimal("share", 0, 1),
            Span.read(s, "size", 2, 10_000),
            Span.read(s, "participation", 0, 1),
            Span.read(s, "delay_seconds", 1, 30 * 86_400),
            Span.read(s, "camouflage", 0, MOST_CAMOUFLAGE),
            s.decimal("comment_share", 0, 1),
            s.decimal("generic_share", 0, 1),
            s.decimal("cross_niche", 0, 1));
    s.end();
    return read;
  }
}
