package io.assay.contracts;

import static io.assay.contracts.Family.BEHAVIOUR;
import static io.assay.contracts.Family.LOW_EFFORT;
import static io.assay.contracts.Family.PROMOTION;
import static io.assay.contracts.Family.PUBLISHING;
import static io.assay.contracts.Family.REACTION;

import java.util.List;

/** How an account acts, and what it writes, under the posts of others. */
final class ActorSignals {
  private static final String SPAM =
      "spam and bought comments are short, alike and lead elsewhere (Alberto et al., TubeSpam,"
          + " ICMLA 2015)";

  static final List<Signal> ALL =
      List.of(
          Signal.named("posts_per_day", PUBLISHING, SignalInput.PROFILE)
              .high("has published {value post} a day since the account was made")
              .called("{value post} a day")
              .none("no posts")
              .is("posts a day since creation", "posts/day", "profile.posts_per_day")
              .needs("the day of creation or the number of posts is unknown")
              .benign("a newspaper, a shop, a bot that says it is one")
              .because(
                  "programs publish without pause (Gilani et al., Of Bots and Humans, ASONAM"
                      + " 2017)")
              .build(),
          acts("interval_spread")
              .low(
                  "comes back like clockwork: its long and short pauses between visits are as"
                      + " {value} to 1 (1 to 1 is a clock)")
              .called("long pauses between visits {value} times as long as the short ones")
              .none("equal pauses between its visits")
              .is(
                  "upper quartile / lower quartile of the time from the start of one visit to that"
                      + " of the next, exact to 2 %; an act within 15 seconds of the one before"
                      + " belongs to the same visit; 1 = a clock, about 4.8 = visits by chance",
                  "", "activity.interval_spread")
              .needs("fewer than 11 visits")
              .benign(
                  "a crawl that dates engagements by its own clock; a look once a day at the same"
                      + " hour")
              .because(
                  "programs act at even intervals, people do not (Zhang and Paxson, Detecting and"
                      + " Analyzing Automated Activity on Twitter, PAM 2011, who test minutes and"
                      + " seconds; here quartiles of the intervals, which a night's rest hardly"
                      + " changes)")
              .build(),
          Signal.named("quiet_hours", BEHAVIOUR, SignalInput.ACTIVE_DAYS)
              .low("rests for only {value hour} a day")
              .called("{value hour} of rest a day")
              .none("no hour of rest in the day")
              .is(
                  "longest run of hours of the day (UTC), through midnight, that hold at most 2 %"
                      + " of its dated engagements",
                  "hours", "activity.quiet_hours")
              .needs("no dated engagement")
              .benign("several people share the account; night shifts; travel")
              .because("people sleep (Zhang and Paxson 2011)")
              .build(),
          reacts("reaction_seconds")
              .low("usually reacts {value second} after a post appears")
              .called("a typical reaction {value second} after the post")
              .none("a typical reaction in the same second as the post")
              .is(
                  "median time from a post's publication to its engagement with it, exact to 2 %;"
                      + " engagements dated before the post are left out",
                  "s", "activity.delay_median")
              .needs("no dated engagement after the publication of a crawled post")
              .benign("notifications; friends; an employee whose post it is")
              .because("members of pods act when the post appears (Weerasinghe et al. 2020)")
              .build(),
          reacts("reactions_within_minute")
              .high("{value} of its reactions come within a minute after a post appears")
              .called("{value} of its reactions within a minute of the post")
              .is(
                  "of its engagements dated after the publication of a crawled post those within 60"
                      + " seconds",
                  "share 0-1",
                  "activity.fast / nullif(activity.delays, 0L)")
              .needs("no dated engagement after the publication of a crawled post")
              .benign("notifications; friends; an employee whose post it is")
              .because("members of pods act when the post appears (Weerasinghe et al. 2020)")
              .build(),
          acts("actions_per_day")
              .high("reacts to posts {value time} a day")
              .called("{value reaction} a day")
              .none("no reactions")
              .is(
                  "dated engagements / days from the first to the last, at least one",
                  "per day",
                  "activity.per_day")
              .needs("no dated engagement")
              .benign("a networker, a fan of many, a community manager")
              .because("accounts that sell engagement have to deliver it")
              .build(),
          lowEffort("writes_generic")
              .high("{value} of its comments are stock phrases")
              .called("{value} of its comments made of stock phrases")
              .is(
                  "of its comments with a text those that would fit under any post",
                  "share 0-1",
                  "activity.wrote_generic / nullif(activity.wrote, 0L)")
              .needs("no comment with a text")
              .benign("somebody who is friendly to many")
              .because(SPAM)
              .build(),
          lowEffort("writes_emoji_only")
              .high("{value} of its comments are nothing but emoji")
              .called("{value} of its comments made of emoji alone")
              .is(
                  "of its comments with a text those of emoji alone",
                  "share 0-1",
                  "activity.wrote_emoji / nullif(activity.wrote, 0L)")
              .needs("no comment with a text")
              .benign("a way to greet friends")
              .because(SPAM)
              .build(),
          lowEffort("writes_one_word")
              .high("{value} of its comments are a single word")
              .called("{value} of its comments made of one word")
              .is(
                  "of its comments with a text those of one word",
                  "share 0-1",
                  "activity.wrote_one_word / nullif(activity.wrote, 0L)")
              .needs("no comment with a text")
              .benign("a way to greet friends")
              .because(SPAM)
              .build(),
          lowEffort("writes_mentions_only")
              .high("{value} of its comments only mention other accounts")
              .called("{value} of its comments made of mentions alone")
              .is(
                  "of its comments with a text those of mentions alone",
                  "share 0-1",
                  "activity.wrote_mentions / nullif(activity.wrote, 0L)")
              .needs("no comment with a text")
              .benign("calling friends to see a post; taking part in giveaways")
              .because(SPAM)
              .build(),
          writes("writes_words")
              .high("writes comments of {value word} on average")
              .called("an average of {value word} in its comments")
              .none("no words in its comments")
              .is(
                  "mean words of its comments with a text; two ideographs are taken as a word",
                  "words",
                  "activity.wrote_words / nullif(activity.wrote, 0L)")
              .needs("no comment with a text")
              .benign("somebody with something to say")
              .because("adverts are longer than remarks (Alberto et al. 2015)")
              .build(),
          writes("writes_repeats")
              .high("{value} of its comments repeat what it has written before")
              .called("{value} of its comments repeated from its own earlier ones")
              .is(
                  "of its comments with a text those whose normalised text an earlier one has;"
                      + " emoji or mentions alone excepted",
                  "share 0-1",
                  "activity.wrote_repeats / nullif(activity.wrote, 0L)")
              .needs("no comment with a text")
              .benign("a greeting; a giveaway that asks for a sentence")
              .because(SPAM)
              .build(),
          writes("writes_copies")
              .high("{value} of its comments are copies of what others wrote")
              .called("{value} of its comments copied from others")
              .is(
                  "of its comments with a text those of at least 8 letters that another account"
                      + " wrote too, nearly alike",
                  "share 0-1",
                  "activity.wrote_copied / nullif(activity.wrote, 0L)")
              .needs("no comment with a text")
              .benign("a slogan, a quotation, a giveaway that asks for a sentence")
              .because(SPAM)
              .build(),
          writes("writes_links")
              .high("{value} of its comments hold a link")
              .called("{value} of its comments with a link")
              .is(
                  "of its comments with a text those with a link",
                  "share 0-1",
                  "activity.wrote_links / nullif(activity.wrote, 0L)")
              .needs("no comment with a text")
              .benign("somebody who answers questions with sources")
              .because(SPAM)
              .build(),
          writes("writes_promotion")
              .high("{value} of its comments send readers elsewhere")
              .called("{value} of its comments with an advert")
              .is(
                  "of its comments with a text those that ask to follow, subscribe, visit or buy",
                  "share 0-1",
                  "activity.wrote_promotion / nullif(activity.wrote, 0L)")
              .needs("no comment with a text")
              .benign("a small creator who asks for a visit")
              .because(SPAM)
              .build());

  private ActorSignals() {}

  private static SignalBuilder acts(String name) {
    return Signal.named(name, BEHAVIOUR, SignalInput.ACTIONS);
  }

  private static SignalBuilder reacts(String name) {
    return Signal.named(name, REACTION, SignalInput.REACTIONS);
  }

  private static SignalBuilder lowEffort(String name) {
    return Signal.named(name, LOW_EFFORT, SignalInput.WRITTEN);
  }

  private static SignalBuilder writes(String name) {
    return Signal.named(name, PROMOTION, SignalInput.WRITTEN);
  }
}
