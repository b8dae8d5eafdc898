package io.assay.workbench.worlds;

import java.io.Serializable;

/**
 * What is true of an account.
 *
 * @param index its place in the {@link Layout}
 * @param role what it is
 * @param group position of its group among those of its role
 * @param niche its community
 * @param language position in {@link io.assay.workbench.worlds.Vocabulary}
 * @param country position among the language's countries
 * @param utcOffset hours that its clock is ahead of UTC
 * @param reach honest followers on the crawl's date
 * @param rate (likes + comments) / reach of its typical post
 * @param activity its engagements relative to the mean
 * @param look how its profile looks
 * @param created second, since 1970, at which it was made
 * @param seen second at which the crawler last saw it and its posts
 */
record Person(
    int index,
    PlayedRole role,
    int group,
    int niche,
    int language,
    int country,
    int utcOffset,
    double reach,
    double rate,
    double activity,
    Look look,
    long created,
    long seen)
    implements Serializable {

  /** How a profile looks. */
  enum Look {
    /** As people's do. */
    PERSONAL,
    /** Made in a hurry: fresh, mostly without picture and text, a random handle. */
    THROWAWAY,
    /** Young, with what a person has filled in so far. */
    NEW
  }

  /** Likes and comments of its typical post. */
  double typicalEngagement() {
    return reach * rate;
  }
}
