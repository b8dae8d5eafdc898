package io.assay.contracts;

import static io.assay.contracts.Family.CONTEXT;
import static io.assay.contracts.Family.ENGAGEMENT;
import static io.assay.contracts.Family.RECEIVED_COMMENTS;

import java.util.List;

/** What an account's posts earn, and what others write under them. */
final class EngagementSignals {
  private static final String BOUGHT_COMMENTS =
      "bought comments and those of pods fit under any post (Weerasinghe et al., The Pod People,"
          + " WWW 2020)";

  private static final String ORDERED =
      "orders are delivered by the package, the same number of likes under every post";

  static final List<Signal> ALL =
      List.of(
          posts("rate_above_expected")
              .high("earns {value} times the engagement that is usual for its size")
              .called("{value} times the engagement usual for its size")
              .none("no engagement")
              .is(
                  "engagement rate / the rate expected at its size",
                  "",
                  "engagement.rate_vs_expected")
              .needs("no rate is expected at its size")
              .benign("a devoted or private audience, a viral post, a giveaway")
              .because("bought likes and comments come on top of what the audience gives")
              .build(),
          posts("rate_spread")
              .low(
                  "earns nearly the same on every post: half of its posts lie within a span of only"
                      + " {value} times its usual engagement")
              .called("engagement that differs from post to post by {value} times the usual")
              .none("the same engagement on at least half of its posts")
              .is(
                  "(upper quartile - lower quartile over posts of its engagement rate) / median",
                  "",
                  "(engagement.rate_public_p75 - engagement.rate_public_p25)"
                      + " / nullif(engagement.rate_public, 0D)")
              .needs("its engagement rate is zero")
              .benign("a steady series for a steady audience")
              .because(ORDERED)
              .build(),
          posts("comments_per_100_likes")
              .high("gets {value comment} for 100 likes")
              .low("gets only {value comment} for 100 likes")
              .called("{value comment} for 100 likes")
              .none("no comments")
              .is(
                  "comments per 100 likes, no like counting as one",
                  "comments per 100 likes",
                  "engagement.comments_per_100_likes")
              .needs("likes or comments are hidden, or there are neither")
              .benign(
                  "many: a giveaway that asks for comments, a debate; few: pictures that need no"
                      + " words")
              .because("likes are bought more cheaply than comments, and pods owe comments")
              .build(),
          posts("likes_per_view")
              .high("its likes come to {value} of its views")
              .called("{value} as many likes as views")
              .none("no likes for its views")
              .is(
                  "median over posts of likes / views",
                  "share, 0.1 = 10 %",
                  "engagement.likes_per_view")
              .needs("fewer than engagement.min_posts_with_views posts show likes and views")
              .benign("few but devoted viewers; a platform that counts views late")
              .because("sellers of likes do not deliver the views")
              .build(),
          posts("likes_p10")
              .high("even its least liked posts get {value} of its usual likes")
              .called("{value} of its usual likes under its weakest posts")
              .none("no likes under its weakest posts")
              .is(
                  "10 % quantile over posts of likes / their median",
                  "share, 0.1 = 10 %", "engagement.likes_p10")
              .needs("likes are hidden, or half of its posts have none")
              .benign("a steady series for a steady audience")
              .because(ORDERED)
              .build(),
          posts("likes_elasticity")
              .low(
                  "its likes hardly rise where its comments do: by {value} % for 1 % more comments")
              .called("likes that rise by {value} % for 1 % more comments")
              .none("likes that do not rise with its comments")
              .is(
                  "slope from post to post of ln(1 + likes) over ln(1 + comments), by Theil and Sen",
                  "",
                  "engagement.likes_elasticity")
              .needs("likes or comments are hidden, or comments are equally many everywhere")
              .benign("posts that ask for comments; an audience that comments among itself")
              .because(ORDERED)
              .build(),
          comments("comments_generic")
              .high("{value} of the comments under its posts are stock phrases")
              .called("{value} of the comments it gets made of stock phrases")
              .is(
                  "of others' comments with a text those that would fit under any post",
                  "share 0-1",
                  "activity.got_generic / nullif(activity.got, 0L)")
              .needs("no comment with a text")
              .benign("pictures to which there is little to say")
              .because(BOUGHT_COMMENTS)
              .build(),
          comments("comments_emoji_only")
              .high("{value} of the comments under its posts are emoji or mentions alone")
              .called("{value} of the comments it gets made of emoji or mentions alone")
              .is(
                  "of others' comments with a text those of emoji or mentions alone",
                  "share 0-1",
                  "activity.got_emoji / nullif(activity.got, 0L)")
              .needs("no comment with a text")
              .benign("a young or fond audience; a giveaway that asks to mention friends")
              .because(BOUGHT_COMMENTS)
              .build(),
          comments("comments_one_word")
              .high("{value} of the comments under its posts are one word")
              .called("{value} of the comments it gets made of one word")
              .is(
                  "of others' comments with a text those of one word",
                  "share 0-1",
                  "activity.got_one_word / nullif(activity.got, 0L)")
              .needs("no comment with a text")
              .benign("a question answered by a word, a giveaway")
              .because(BOUGHT_COMMENTS)
              .build(),
          comments("comments_copied")
              .high(
                  "{value} of the comments under its posts are copies of what other accounts wrote")
              .called("{value} of the comments it gets copied from others")
              .is(
                  "of others' comments with a text those of at least 8 letters that another account"
                      + " wrote too, nearly alike",
                  "share 0-1",
                  "activity.got_copied / nullif(activity.got, 0L)")
              .needs("no comment with a text")
              .benign("a slogan, a quotation, a giveaway that asks for a sentence")
              .because("comments are sold from lists of texts (Weerasinghe et al. 2020)")
              .build(),
          Signal.named("commenters_per_comment", RECEIVED_COMMENTS, SignalInput.COMMENTERS)
              .low(
                  "few people write the comments under its posts: {value} different accounts for"
                      + " each comment (1 = nobody comments twice)")
              .called("{value different writer} for each comment it gets")
              .is(
                  "distinct accounts that commented / their comments, with a text or without",
                  "accounts/comment",
                  "activity.got_from / nullif(activity.got_comments, 0L)")
              .needs("no comment")
              .benign(
                  "a small circle of friends, a conversation; a giveaway where each comment is an"
                      + " entry")
              .because("a pod's few members comment on everything")
              .build(),
          Signal.named("engagement_per_view", CONTEXT, SignalInput.ENGAGEMENT)
              .high("its likes, comments and other reactions come to {value} of its views")
              .low("its likes, comments and other reactions come to only {value} of its views")
              .called("{value} as many reactions as views")
              .none("no reactions for its views")
              .is(
                  "likes, comments and other shown counters / views",
                  "share, 0.1 = 10 %",
                  "engagement.rate_view")
              .needs("views are hidden")
              .benign("few but devoted viewers; viewers who only watch")
              .because(
                  "views are counted otherwise from platform to platform; of likes that come without"
                      + " views likes_per_view tells more often")
              .build(),
          Signal.named("sponsored_share", CONTEXT, SignalInput.ENGAGEMENT)
              .high("labels {value} of its posts as paid")
              .called("{value} of its posts labelled as paid")
              .isShareOfPosts(
                  "of its own posts those with the platform's paid label", "is_sponsored")
              .needs("the crawl does not say which posts are paid")
              .benign("it is how creators earn their living")
              .because("an audience grows tired of it; no evidence of fraud")
              .build(),
          Signal.named("silence", CONTEXT, SignalInput.ENGAGEMENT)
              .high("has not published for {value} times as long as its usual pause")
              .called("{value} times its usual pause since its last post")
              .none("no pause since its last post")
              .is(
                  "time from its last post to the end of the day / its median pause",
                  "median pauses",
                  "(unix_micros(engagement.day_end) - unix_micros(engagement.last_posted_at))"
                      + " / 3.6e9D / nullif(engagement.median_gap_hours, 0D)")
              .needs("fewer than two posts")
              .benign("a holiday, illness, another platform")
              .because("who does not publish is not read; no evidence of fraud")
              .build());

  private EngagementSignals() {}

  private static SignalBuilder posts(String name) {
    return Signal.named(name, ENGAGEMENT, SignalInput.ENGAGEMENT);
  }

  private static SignalBuilder comments(String name) {
    return Signal.named(name, RECEIVED_COMMENTS, SignalInput.COMMENTS);
  }
}
