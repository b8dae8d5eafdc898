package io.assay.workbench.worlds;

import io.assay.settings.Section;
import java.io.Serializable;

/** What creators buy without a farm of known accounts behind it. */
final class BoughtSettings {
  private BoughtSettings() {}

  /**
   * @param share of accounts that are creators who buy
   * @param boost bought likes of a post as a multiple of the creator's typical likes
   * @param unevenness largest deviation of a delivery from the usual amount, a share
   */
  record BoughtLikes(double share, Span boost, double unevenness) implements Serializable {

    static BoughtLikes read(Section s) {
      BoughtLikes read =
          new BoughtLikes(
              s.decimal("share", 0, 1),
              Span.read(s, "boost", 0, 1_000),
              s.decimal("unevenness", 0, 1));
      s.end();
      return read;
    }
  }

  /**
   * @param customers share of accounts that are creators who buy
   * @param jump share of customers who are served in days, not by a drip
   * @param amount bought followers as a multiple of those before
   * @param share of accounts that are bought followers
   * @param size such accounts of one seller
   * @param engage probability that one engages with a customer's post
   */
  record BoughtFollowers(
      double customers, double jump, Span amount, double share, Span size, Span engage)
      implements Serializable {

    static BoughtFollowers read(Section s) {
      BoughtFollowers read =
          new BoughtFollowers(
              s.decimal("customers", 0, 1),
              s.decimal("jump", 0, 1),
              Span.read(s, "amount", 0, 1_000),
              s.decimal("share", 0, 1),
              Span.read(s, "size", 1, 1_000_000),
              Span.read(s, "engage", 0, 1));
      s.end();
      return read;
    }
  }
}
