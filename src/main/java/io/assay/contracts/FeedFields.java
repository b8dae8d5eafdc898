package io.assay.contracts;

import static io.assay.contracts.Field.optional;
import static io.assay.contracts.Field.required;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.List;
import java.util.stream.Stream;

/** The columns of the feeds, shared by the crawl format and by the tables that store it. */
final class FeedFields {

  static final List<Field> ACCOUNT =
      List.of(
          required("platform", StringType, "platform in lower case, e.g. instagram, tiktok"),
          required("account_id", StringType, "the platform's stable id of the account").accountId(),
          required("crawled_at", TimestampType, "when the account was seen").in("UTC"),
          optional("handle", StringType, "name in the account's address, as shown")
              .identifiesPerson(),
          optional("display_name", StringType, "display name as shown").identifiesPerson(),
          optional("bio", StringType, "profile text as shown").identifiesPerson(),
          optional("external_url", StringType, "link on the profile").identifiesPerson(),
          optional("category", StringType, "category the platform or the owner states"),
          optional("country", StringType, "country as shown"),
          optional("language", StringType, "language as shown"),
          optional("followers", LongType, "followers as shown; null = hidden").in("accounts"),
          optional("followings", LongType, "accounts it follows; null = hidden").in("accounts"),
          optional("posts_count", LongType, "posts as shown; null = hidden").in("posts"),
          optional("likes_received", LongType, "likes over all posts, as shown").in("likes"),
          optional("average_likes", DoubleType, "likes of a post, as a list states them")
              .in("likes" + Field.PER_POST),
          optional("average_comments", DoubleType, "comments of a post, as a list states them")
              .in("comments" + Field.PER_POST),
          optional("average_views", DoubleType, "views of a post, as a list states them")
              .in("views" + Field.PER_POST),
          optional("is_verified", BooleanType, "the platform vouches for the owner"),
          optional("is_private", BooleanType, "posts are hidden from strangers"),
          optional("is_business", BooleanType, "declared a business account"),
          optional("has_picture", BooleanType, "has a profile picture of its own"),
          optional("created_at", TimestampType, "when the account was made").in("UTC"),
          optional("handle_length", IntegerType, "length of the handle").in("characters"),
          optional("handle_digits", IntegerType, "digits in the handle").in("characters"),
          optional("display_name_words", IntegerType, "words in the display name").in("words"),
          optional("display_name_length", IntegerType, "its length").in("characters"),
          optional("bio_length", IntegerType, "length of the profile text").in("characters"),
          optional("handle_digit_share", DoubleType, "digits in the handle").in(Field.SHARE),
          optional("display_name_digit_share", DoubleType, "digits in it").in(Field.SHARE),
          optional("follower_following_ratio", DoubleType, "followers over followings"),
          optional("posts_per_day", DoubleType, "posts a day since creation").in("posts/day"),
          optional("has_external_url", BooleanType, "the profile links elsewhere"),
          optional("name_equals_handle", BooleanType, "display name and handle are the same"));

  static final Field LIKES =
      optional("likes", LongType, "likes as shown; null = hidden").in("likes");

  static final Field REPOST_OF =
      optional("repost_of", StringType, "id of the post that this one passes on")
          .identifiesPerson()
          .recordId();

  static final List<Field> POST =
      List.of(
          required("platform", StringType, "platform in lower case"),
          required("post_id", StringType, "the platform's id of the post")
              .identifiesPerson()
              .recordId(),
          required("account_id", StringType, "the author").accountId(),
          required("posted_at", TimestampType, "when it was published").in("UTC"),
          required("crawled_at", TimestampType, "when the post was seen").in("UTC"),
          optional(
                  "media_type",
                  StringType,
                  "image, carousel, video, short_video, live, story or text")
              .oneOf("image", "carousel", "video", "short_video", "live", "story", "text"),
          optional("caption", StringType, "text of the post").identifiesPerson(),
          optional("audio_id", StringType, "sound or song used"),
          optional("url", StringType, "address of the post").identifiesPerson(),
          optional("language", StringType, "language of the post"),
          optional("hashtags", createArrayType(StringType), "hashtags without #"),
          optional("mentions", createArrayType(StringType), "handles mentioned, without @")
              .identifiesPerson(),
          LIKES,
          optional("comments", LongType, "comments as shown; null = hidden").in("comments"),
          optional("shares", LongType, "shares as shown; null = hidden").in("shares"),
          optional("saves", LongType, "saves as shown; null = hidden").in("saves"),
          optional("views", LongType, "views or plays as shown; null = hidden").in("views"),
          optional("is_sponsored", BooleanType, "carries the platform's paid-partnership label"),
          REPOST_OF,
          optional("co_authors", createArrayType(StringType), "accounts that publish it together")
              .accountId(),
          optional(
              "likes_hidden", BooleanType, "the owner hides likes: a number shown beside is none"));

  static final List<Field> INTERACTION =
      List.of(
          required("platform", StringType, "platform in lower case"),
          required("post_id", StringType, "the post").identifiesPerson().recordId(),
          required("actor_id", StringType, "the account that acts").accountId(),
          required("kind", StringType, "like, comment, share or save")
              .oneOf("like", "comment", "share", "save"),
          optional("interaction_id", StringType, "a comment's id").identifiesPerson().recordId(),
          optional("actor_handle", StringType, "the actor's handle as shown").identifiesPerson(),
          optional("occurred_at", TimestampType, "when it was done; often unknown for likes")
              .in("UTC"),
          required("crawled_at", TimestampType, "when it was seen").in("UTC"),
          optional("text", StringType, "text of the comment").identifiesPerson(),
          optional("reply_to", StringType, "id of the comment that this one answers")
              .identifiesPerson()
              .recordId());

  static final Field EVENT_KEY =
      required(
              "event_key",
              StringType,
              "tells comments of one actor under one post apart: interaction_id or, without one, MD5"
                  + " of time and text; empty for the kinds that an actor does once")
          .identifiesPerson();

  static final List<Field> FOLLOW =
      List.of(
          required("platform", StringType, "platform in lower case"),
          required("follower_id", StringType, "the account that follows").accountId(),
          required("account_id", StringType, "the account that is followed").accountId(),
          required("crawled_at", TimestampType, "when the edge was seen").in("UTC"),
          optional("followed_at", TimestampType, "when the follower began to follow").in("UTC"));

  static final List<Field> SHARE =
      List.of(
          required("platform", StringType, "platform in lower case"),
          required("object_id", StringType, "what was shared: a link, a hashtag, a text")
              .identifiesPerson()
              .recordId(),
          required("account_id", StringType, "who shared it").accountId(),
          required("content_id", StringType, "the message in which it was shared")
              .identifiesPerson()
              .recordId(),
          required("shared_at", TimestampType, "when").in("UTC"));

  static final List<Field> LABEL =
      List.of(
          required("platform", StringType, "platform in lower case"),
          required("account_id", StringType, "the account").accountId(),
          required("label", StringType, "bot, fake_followers, fake_engagement, pod or genuine")
              .oneOf("bot", "fake_followers", "fake_engagement", "pod", "genuine"),
          optional("group_id", StringType, "accounts of one pod or farm share it").recordId(),
          optional("role", StringType, "member, customer or victim")
              .oneOf("member", "customer", "victim"),
          optional("class", StringType, "what sort of account, e.g. fan, employee, giveaway"),
          optional("strength", DoubleType, "strength of planted behaviour").in(Field.SHARE),
          optional(
              "camouflage",
              DoubleType,
              "engagements that hide planted ones, as a multiple of these"),
          optional("source", StringType, "who says so"));

  private FeedFields() {}

  static List<Field> concat(List<Field> first, Field... more) {
    return Stream.concat(first.stream(), Stream.of(more)).toList();
  }
}
