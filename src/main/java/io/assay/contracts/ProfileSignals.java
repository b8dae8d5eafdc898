package io.assay.contracts;

import static io.assay.contracts.Family.PROFILE;

import java.util.List;

/** What a profile shows. */
final class ProfileSignals {
  private static final String NEW = "a new account, or one whose owner only watches";

  static final List<Signal> ALL =
      List.of(
          profile("following_ratio")
              .high("follows {value account} for each follower it has")
              .called("{value account} followed for each follower")
              .none("nobody followed")
              .is(
                  "followings per follower, no follower counting as one; where only the ratio of"
                      + " followers to followings is known, its inverse, a ratio below 1e-9 taken"
                      + " as that",
                  "followings/follower",
                  // greatest() would pass a null over.
                  "CASE WHEN profile.followers IS NOT NULL AND profile.followings IS NOT NULL"
                      + " THEN profile.followings / greatest(profile.followers, 1L)"
                      + " WHEN profile.follower_following_ratio IS NOT NULL"
                      + " THEN 1 / greatest(profile.follower_following_ratio, 1e-9D) END")
              .needs("followers or followings are hidden")
              .benign("a new account; somebody who uses the platform to read")
              .because(
                  "accounts made to follow others are followed back by few (Cresci et al., Fame for"
                      + " sale, DSS 80, 2015)")
              .build(),
          profile("followings")
              .high("follows {value account}")
              .called("{value account} followed")
              .none("nobody followed")
              .is("accounts it follows", "accounts", "profile.followings")
              .needs("followings are hidden")
              .benign("an agency, a directory, somebody who returns every follow")
              .because(
                  "nobody reads thousands of accounts: mass following is for sale or for being"
                      + " followed back (Stringhini et al., IMC 2013)")
              .build(),
          profile("follower_count")
              .low("has only {value follower}")
              .called("{value follower}")
              .is("followers", "accounts", "profile.followers")
              .needs("followers are hidden")
              .benign(NEW)
              .because("nobody follows an account that was made to follow (Cresci et al. 2015)")
              .build(),
          profile("no_picture")
              .flag("has no profile picture")
              .called("no picture")
              .is("has no profile picture of its own", "", "NOT profile.has_picture")
              .needs("the crawl does not say whether there is a picture")
              .benign(NEW)
              .because("throwaway accounts are made without care (Cresci et al. 2015)")
              .build(),
          profile("bio_length")
              .low("has a profile text of only {value character}")
              .called("{value character} in the profile text")
              .none("no profile text")
              .is("length of the profile text", "characters", "profile.bio_length")
              .needs("the crawl holds no profile text")
              .benign(NEW)
              .because("throwaway accounts are made without care (Cresci et al. 2015)")
              .build(),
          profile("handle_digit_share")
              .high("has a user name that is {value} digits")
              .called("a user name of {value} digits")
              .none("no digits in the user name")
              .is(
                  "digits in the handle / its length",
                  "share 0-1",
                  "coalesce(profile.handle_digit_share,"
                      + " profile.handle_digits / nullif(profile.handle_length, 0))")
              .needs("the handle is unknown")
              .benign("a common name that was taken, a year of birth, a model number")
              .because("handles made in series are a stem and a number (Beskow and Carley, 2019)")
              .build(),
          profile("handle_randomness")
              .high(
                  "has a user name whose letters follow each other in an order that is rare on its"
                      + " platform (rarity {value})")
              .called("a user name of a rarity of {value bit}")
              .none("a user name of no rarity")
              .is(
                  "mean of -log2 of how often each letter of the handle follows the one before it"
                      + " in the platform's other handles, digits taken as one",
                  "bits",
                  "profile.handle_surprise")
              .needs(
                  "the handle is unknown or holds no Latin letter or digit, or the platform has"
                      + " fewer than signals.min_peers handles")
              .benign("an abbreviation; a language that few on the platform write")
              .because(
                  "a user name that somebody chose can be pronounced, one drawn at random cannot"
                      + " (Beskow and Carley, 2019)")
              .build(),
          profile("display_name_words")
              .low("shows a name of only {value word}")
              .called("{value word} in the shown name")
              .none("no shown name")
              .is("words in the display name", "words", "profile.display_name_words")
              .needs("the display name is unknown")
              .benign("an artist's name; languages that write no spaces")
              .because("throwaway accounts are made without care (Cresci et al. 2015)")
              .build(),
          profile("display_name_digit_share")
              .high("shows a name that is {value} digits")
              .called("a shown name of {value} digits")
              .none("no digits in the shown name")
              .is(
                  "digits in the display name / its length",
                  "share 0-1",
                  "profile.display_name_digit_share")
              .needs("the display name is unknown or empty")
              .benign("a brand or event that has a number in its name")
              .because("names made in series are a stem and a number (Beskow and Carley, 2019)")
              .build(),
          profile("posts_count")
              .low("has published only {value post}")
              .called("{value post} published")
              .is("posts as the profile shows them", "posts", "profile.posts_count")
              .needs("the number of posts is hidden")
              .benign(NEW)
              .because("accounts made to follow and like have nothing to publish (Cresci 2015)")
              .build(),
          profile("account_age_days")
              .low("was only {value day} old when it was last seen")
              .called("{value day} old")
              .none("made on the day it was last seen")
              .is(
                  "days from its creation to its latest observation",
                  "days",
                  "date_diff(profile.crawled_at, profile.created_at)")
              .needs("the day of creation is unknown")
              .benign("everybody was new once")
              .because("accounts are made for an order and deleted after (Stringhini et al. 2013)")
              .build());

  private ProfileSignals() {}

  private static SignalBuilder profile(String name) {
    return Signal.named(name, PROFILE, SignalInput.PROFILE);
  }
}
