package io.assay.contracts;

import static io.assay.contracts.Family.AUDIENCE;
import static io.assay.contracts.Family.GROWTH;

import java.util.List;

/** Who follows an account, and how they came. */
final class AudienceSignals {
  private static final String BOUGHT =
      "bought followers are accounts without a face that follow thousands and read nothing"
          + " (De Cristofaro et al., Paying for Likes?, IMC 2014)";
  private static final String SAMPLE = "the sample of its followers may not be typical";
  private static final String FEW =
      "fewer than signals.min_followers_sampled of the sampled followers show ";
  private static final String VIRAL = "a viral post, a shout-out, a giveaway or news";

  static final List<Signal> ALL =
      List.of(
          Signal.named("rate_below_expected", AUDIENCE, SignalInput.ENGAGEMENT)
              .low("earns only {value} times the engagement that is usual for its size")
              .called("{value} times the engagement usual for its size")
              .none("no engagement")
              .is(
                  "engagement rate / the rate expected at its size",
                  "",
                  "engagement.rate_vs_expected")
              .needs("no rate is expected at its size")
              .benign("followers of long ago, a subject that people read without liking")
              .because("bought followers do not engage, so the rate falls as they are added")
              .build(),
          sampled("followers_no_picture")
              .high("{value} of a sample of its followers have no profile picture")
              .called("{value} of its followers without a picture")
              .is(
                  "of sampled followers of whom it is known those without a picture",
                  "share 0-1",
                  "followers.no_picture / nullif(followers.picture_known, 0)")
              .needs(FEW + "whether they have a picture")
              .benign(SAMPLE)
              .because(BOUGHT)
              .build(),
          sampled("followers_following_ratio")
              .high(
                  "in a sample of its followers, the typical one follows {value} accounts for each"
                      + " follower of its own")
              .called(
                  "a typical follower who follows {value account} for each follower of their own")
              .none("a typical follower who follows nobody")
              .is(
                  "median over sampled followers who show both of their followings per follower",
                  "followings/follower",
                  "followers.following_ratio")
              .needs(FEW + "both followers and followings")
              .benign(SAMPLE)
              .because(BOUGHT)
              .build(),
          sampled("followers_without_posts")
              .high("{value} of a sample of its followers have never published anything")
              .called("{value} of its followers without a post")
              .is(
                  "of sampled followers of whom it is known those without a post",
                  "share 0-1",
                  "followers.no_posts / nullif(followers.posts_known, 0)")
              .needs(FEW + "how many posts they have")
              .benign("an audience that reads; " + SAMPLE)
              .because(BOUGHT)
              .build(),
          sampled("followers_first_digits")
              .high(
                  "its followers' own follower counts begin with other digits than counts that grew"
                      + " naturally (a difference of {value}; 0 = none)")
              .called(
                  "a distance of {value} between its followers' own follower counts and Benford's law")
              .none("followers whose own follower counts keep to Benford's law")
              .is(
                  "(chi-square of the first digits of sampled followers' own followers against"
                      + " Benford's law - 8) / n: an unbiased squared distance, about 0 or below"
                      + " where the law holds",
                  "",
                  "followers.first_digits")
              .needs(
                  "fewer than 50, or than signals.min_followers_sampled, of the sampled followers"
                      + " show that they have followers")
              .benign("an audience of one size; " + SAMPLE)
              .because(
                  "follower counts of people's contacts follow the law, those of made networks do"
                      + " not (Golbeck, Benford's Law Applies to Online Social Networks, 2015)")
              .build(),
          growth("jump_followers_share")
              .high("gained {value} of its followers in sudden jumps")
              .called("{value} of its followers gained in sudden jumps")
              .is(
                  "followers gained in jumps / followers",
                  "share 0-1",
                  "growth.jump_followers_share")
              .needs("it has no followers")
              .benign(VIRAL)
              .because("delivered orders come at once (Stringhini et al., IMC 2013)")
              .build(),
          growth("jump_unanswered")
              .high(
                  "in its largest jump, followers rose by {value percentage point} more than engagement did")
              .called(
                  "followers that rose by {value percentage point} more than engagement in the largest jump")
              .none("no jump of followers beyond that of engagement")
              .is(
                  "share of followers that the largest jump added - share that engagement rose"
                      + " beside it, a fall taken as 0; 0 without a jump",
                  "share, 0.1 = 10 %",
                  "CASE WHEN growth.jump_count = 0 THEN 0D WHEN growth.engagement_change IS NOT"
                      + " NULL THEN growth.largest_gain_share - greatest(growth.engagement_change,"
                      + " 0D) END")
              .needs("engagement around the jump is unknown, see account_growth.engagement_reason")
              .benign("posts shortly after the jump may not have reached the new followers")
              .because("people who come to follow engage, bought followers do not")
              .build(),
          growth("growth_unanswered")
              .high(
                  "has {value} times as many followers for each like or comment as earlier in the"
                      + " time observed")
              .called("{value} times as many followers for each like or comment as before")
              .none("no followers left")
              .is(
                  "growth factor of followers over half of the time observed (the square root of"
                      + " that over all of it) / growth factor of engagement from its first half to"
                      + " its second, at least 0.01",
                  "",
                  // greatest() would pass a null over.
                  "CASE WHEN growth.engagement_trend IS NOT NULL THEN"
                      + " sqrt(1 + growth.growth_share)"
                      + " / greatest(1 + growth.engagement_trend, 0.01D) END")
              .needs("too few posts on one side, see account_growth.posts_first_half")
              .benign("a season, a pause in publishing")
              .because("people who come to follow engage, bought followers do not")
              .build(),
          growth("gain_dispersion")
              .low(
                  "gains followers too evenly: its days differ only {value} times as much as chance"
                      + " would make them")
              .called("daily gains of followers {value} times as uneven as chance would make them")
              .none("the same gain of followers every day")
              .is(
                  "index of dispersion of the gains; 1 = as chance, below = more even",
                  "",
                  "growth.gain_dispersion")
              .needs(
                  "too few steps, no growth or rounded counts, see account_growth.evenness_reason")
              .benign("a steady advertisement")
              .because("drip delivery adds the same number every day; people come in bursts")
              .build(),
          growth("even_run_days")
              .high("gained about the same number of followers a day for {value day} in a row")
              .called("{value day} in a row of even gains of followers")
              .is("how long the longest run of even gains lasted", "days", "growth.even_run_days")
              .needs(
                  "too few steps, no growth or rounded counts, see account_growth.evenness_reason")
              .benign("a steady advertisement")
              .because("drip delivery adds the same number every day; people come in bursts")
              .build(),
          growth("gain_lost_again")
              .high("lost {value} of the followers of its largest jump again")
              .called("{value} of the largest jump of its followers lost again")
              .is(
                  "share of the largest jump that was lost again; 0 without a jump",
                  "share 0-1",
                  "CASE WHEN growth.jump_count = 0 THEN 0D ELSE growth.largest_gain_lost_again END")
              .needs("nothing was seen after the jump")
              .benign("a giveaway whose visitors leave")
              .because("platforms delete bought followers in time (Stringhini et al. 2013)")
              .build());

  private AudienceSignals() {}

  private static SignalBuilder sampled(String name) {
    return Signal.named(name, AUDIENCE, SignalInput.FOLLOWERS);
  }

  private static SignalBuilder growth(String name) {
    return Signal.named(name, GROWTH, SignalInput.GROWTH);
  }
}
