package io.assay.coordination.detection;

/**
 * A small world in which everybody acts alone: activity and popularity are log-normal; most of what
 * one does is in the own niche, at any of two days after the post.
 */
final class LoneWorld {
  static final int AUTHORS = 200;
  static final int NICHES = 4;
  private static final int ACCOUNTS = 3_000;
  private static final int POSTS = 10;
  private static final int MOST = 1_500;

  private LoneWorld() {}

  static Events events() {
    SmallCrawl crawl = SmallCrawl.of(ACCOUNTS, AUTHORS, POSTS);
    double[] upTo = new double[AUTHORS];
    for (int v = 0; v < AUTHORS; v++) {
      upTo[v] = (v < NICHES ? 0 : upTo[v - NICHES]) + Math.exp(normal(v, 1));
    }
    for (int u = 0; u < ACCOUNTS; u++) {
      int events = (int) Math.ceil((u < AUTHORS ? 60 : 20) * Math.exp(1.2 * normal(u, 2)));
      for (int i = 0; i < Math.min(events, MOST); i++) {
        long draw = StableHash.ofPair(u, i);
        boolean atHome = uniform(draw, 3) < 0.7;
        int niche = atHome ? u % NICHES : (int) (NICHES * uniform(draw, 4));
        double target = upTo[AUTHORS - NICHES + niche] * uniform(draw, 5);
        int v = niche;
        while (upTo[v] < target) {
          v += NICHES;
        }
        long delay = 1 + (long) (2 * 86_400 * uniform(draw, 7));
        crawl.likes(u, v, (int) (POSTS * uniform(draw, 6)), delay);
      }
    }
    return crawl.build();
  }

  private static double uniform(long draw, int salt) {
    return StableHash.uniform(StableHash.of(draw, salt));
  }

  /** By Box and Muller. */
  private static double normal(int who, int salt) {
    double radius = Math.sqrt(-2 * Math.log(1 - uniform(who, 10 + salt)));
    return radius * Math.cos(2 * Math.PI * uniform(who, 20 + salt));
  }
}
